/** The part of a path after the last slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The part of a name from the last dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}

/** The name without the first of the given endings that it has. */
export function withoutExtension(name: string, extensions: readonly string[]): string {
  for (const ending of extensions) {
    const stem = name.length - ending.length
    if (stem <= 0) continue
    // Names of exports are in lower case, and every file of one asks.
    if (name.endsWith(ending) || name.slice(stem).toLowerCase() === ending) {
      return name.slice(0, stem)
    }
  }
  return name
}

/**
 * The ends of a path that a file gives, longest first: `x/a.txt` and `a.txt`. None leads out of the folder,
 * whatever the path says; both kinds of slashes part it.
 */
export function pathEnds(path: string): readonly string[] {
  const steps = path.split(/[/\\]+/)
  const safe = steps.slice(steps.findLastIndex((step) => /^\.{0,2}$/.test(step)) + 1)
  return safe.map((_, at) => safe.slice(at).join('/'))
}

/** A path of an output file that is safe on every system and keeps as much of a name as it can. */
export function safeName(name: string): string {
  const cleaned = Array.from(name.normalize('NFC'), (character) =>
    unsafe.test(character) ? '_' : character,
  ).join('')
  const short = shorten(cleaned === '' ? '_' : cleaned, 200)
    .replace(/[. ]+$/, (tail) => '_'.repeat(tail.length))
    .replace(/^\.+/, (lead) => '_'.repeat(lead.length))
  return reserved.test(short) ? `_${short}` : short
}

/** Control characters, what Windows refuses, and halves of surrogate pairs, which UTF-8 cannot hold. */
const unsafe = /[<>:"/\\|?*\p{Cc}\p{Surrogate}]/u
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *(\.|$)/i

/** Cuts a name to a number of UTF-8 bytes and keeps its ending. */
function shorten(name: string, bytes: number): string {
  const encoder = new TextEncoder()
  if (encoder.encode(name).length <= bytes) return name
  const ending = Array.from(extensionOf(name)).slice(0, 20).join('')
  let stem = ''
  let used = encoder.encode(ending).length
  for (const character of name) {
    used += encoder.encode(character).length
    if (used > bytes) break
    stem += character
  }
  return stem + ending
}

/** Gives every document a path of its own: a second `a.txt` becomes `a (2).txt`, also across case. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  const fold = (name: string): string => name.normalize('NFC').toLowerCase()
  return (name) => {
    const ending = extensionOf(name)
    const stem = ending === '' ? name : name.slice(0, -ending.length)
    let candidate = name
    for (let count = 2; taken.has(fold(candidate)); count += 1) {
      candidate = `${stem} (${count})${name.slice(stem.length)}`
    }
    taken.add(fold(candidate))
    return candidate
  }
}
