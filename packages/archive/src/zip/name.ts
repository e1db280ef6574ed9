import type { Refusal } from './refusal.ts'

/** The name of an entry as it will be used, and the other way to read it where the zip does not say. */
export interface EntryName {
  /** Forward slashes, without `.` steps. */
  readonly path: string
  /** What the bytes mean in the other encoding (UTF-8 or CP437), when both are possible. */
  readonly otherPath: string | undefined
  /** Whether the bytes can be decoded at all. */
  readonly sound: boolean
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** Decodes a name. A Unicode path in the extra field wins; zips without the UTF-8 flag mean CP437, but many writers mean UTF-8. */
export function decodeName(
  bytes: Uint8Array,
  flaggedUtf8: boolean,
  unicodePath?: Uint8Array,
): EntryName {
  if (!flaggedUtf8 && unicodePath !== undefined) return decodeName(unicodePath, true)
  let utf8: string
  try {
    utf8 = strict.decode(bytes)
  } catch {
    const sound = !flaggedUtf8
    const path = tidy(sound ? decodeCp437(bytes) : lenient.decode(bytes))
    return { path, otherPath: undefined, sound }
  }
  const certain = flaggedUtf8 || utf8.length === bytes.length
  const otherPath = certain ? undefined : tidy(decodeCp437(bytes))
  return { path: tidy(utf8), otherPath, sound: true }
}

/** A name of ASCII characters, which is the same in every encoding. */
export function asciiName(name: string): EntryName {
  return { path: tidy(name), otherPath: undefined, sound: true }
}

const highHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

function decodeCp437(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : highHalf[byte - 128]
  return text
}

/** `./a//b` is `a/b`; a trailing slash stays, for it marks a folder. */
function tidy(path: string): string {
  if (!path.includes('./') && !path.includes('//')) return path
  if (path.startsWith('/')) return path
  return path.replace(/(?<=^|\/)(\.?\/)+/g, '')
}

/** One glance that clears nearly every name. */
const suspicious = /^$|^\.$|^\/|^.:|\\|\.\.|[^ -\uffff]/

/** Why a name may not be used; undefined when it may. */
export function nameProblem({
  path,
  sound,
}: Pick<EntryName, 'path' | 'sound'>): Refusal | undefined {
  if (sound && !suspicious.test(path)) return undefined
  const shown = JSON.stringify(path)
  if (!sound) return { code: 'archive/bad-name', message: `The name ${shown} is not UTF-8.` }
  if (path.includes('\\')) {
    return { code: 'archive/backslash', message: `The name ${shown} has a backslash.` }
  }
  if (path.startsWith('/')) {
    const message = `The name ${shown} is absolute; names in an export are relative.`
    return { code: 'archive/absolute-path', message }
  }
  if (/^[a-z]:/i.test(path)) {
    return { code: 'archive/drive-letter', message: `The name ${shown} begins with a drive.` }
  }
  if (/(^|\/)\.\.(\/|$)/.test(path)) {
    return { code: 'archive/traversal', message: `The name ${shown} leads out of the archive.` }
  }
  if (path === '' || path === '.' || hasControl(path)) {
    const message = `The name ${shown} is empty or has control characters.`
    return { code: 'archive/bad-name', message }
  }
  return undefined
}

function hasControl(path: string): boolean {
  for (let at = 0; at < path.length; at += 1) if (path.charCodeAt(at) < 32) return true
  return false
}
