/** Names that Windows keeps for devices, whatever ending follows. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
/** What most file systems take, less room for an ending such as `.part.json`. */
const largestName = 200

/**
 * A name that is a file's name on every system and never a folder or a way out of one: at most 200 bytes
 * of UTF-8, without separators, control characters and reserved names. Undefined when nothing is left.
 */
export function safeFileName(name: string): string | undefined {
  const clean = Array.from(name, (character) =>
    character < ' ' || '<>:"/\\|?*\u007f'.includes(character) ? '_' : character,
  )
    .join('')
    .replace(/[. ]+$/, '')
    .replace(reserved, '_$1')
  return clean === '' ? undefined : shortened(clean)
}

/** Cuts the middle out of what is too long; the ending stays. */
function shortened(name: string): string {
  const size = (text: string): number => new TextEncoder().encode(text).length
  if (size(name) <= largestName) return name
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  let kept = ''
  let room = largestName - ending.length
  for (const character of name.slice(0, name.length - ending.length)) {
    room -= size(character)
    if (room < 0) break
    kept += character
  }
  return `${kept}${ending}`
}

/** The readable last part of a link's path: a proposal for a file name, never for a folder. */
export function nameInLink(link: string): string | undefined {
  const path = link.replace(/[?#].*$/, '').replace(/^[a-z]+:\/\/[^/]*/i, '')
  const last = path.slice(path.lastIndexOf('/') + 1)
  try {
    return safeFileName(decodeURIComponent(last))
  } catch {
    // A stray percent sign: the name stays as it was written.
    return safeFileName(last)
  }
}
