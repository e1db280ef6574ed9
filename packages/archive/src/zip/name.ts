import type { Refusal } from './refusal.ts'

/** The name of an entry as it will be used, and the other way to read it where the zip does not say. */
export interface EntryName {
  /** Forward slashes, without `.` steps. */
  readonly path: string
  /** What the bytes mean in the other encoding (UTF-8 or CP437), when both are possible. */
  readonly otherPath?: string
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
  let utf8: string | undefined
  try {
    utf8 = strict.decode(bytes)
  } catch {
    if (flaggedUtf8) return { path: tidy(lenient.decode(bytes)), sound: false }
  }
  if (utf8 === undefined) return { path: tidy(decodeCp437(bytes)), sound: true }
  const ascii = utf8.length === bytes.length
  if (flaggedUtf8 || ascii) return { path: tidy(utf8), sound: true }
  return { path: tidy(utf8), otherPath: tidy(decodeCp437(bytes)), sound: true }
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
  if (!/(^|\/)\.?\//.test(path) || path.startsWith('/')) return path
  return path.replace(/\/(\.?\/)+/g, '/').replace(/^(\.\/)+/, '')
}

/** Why a name may not be used; undefined when it may. */
export function nameProblem({ path, sound }: EntryName): Refusal | undefined {
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
