import { type FormatError, memorySource, type RandomAccess } from '@labelport/format'
import { crc32 } from './codec.ts'
import { type Directory, readDirectory } from './directory.ts'
import { compressedOf, type JsZipFile, jsZipEntry } from './jszip-entry.ts'
import { keepListings } from './keep-listings.ts'
import { limitsWith } from './limits.ts'
import { decodeName, nameProblem } from './name.ts'
import { listingAt, nameAt } from './records.ts'
import { refusalError, refused } from './refusal.ts'
import { kindProblem, sift, sizeProblem } from './sift.ts'
import { uniqueNames } from './unique-names.ts'
import { ownMemory, type Zip, type ZipEntry, type ZipOptions } from './zip.ts'

/** A `JSZip` object, as far as it is used here. */
export interface JsZipArchive {
  readonly files: Readonly<Record<string, JsZipFile>>
}

/**
 * Opens an archive in memory by jszip, from its bytes or from a `JSZip` object that is loaded already. The
 * checks and the entries are those of `openZip`; an object no longer knows what jszip dropped on loading.
 */
export async function openJsZip(zip: JsZipArchive | Uint8Array, options: ZipOptions): Promise<Zip> {
  return zip instanceof Uint8Array ? openBytes(zip, options) : openLoaded(zip, options)
}

async function openBytes(bytes: Uint8Array, { name, report, ...rest }: ZipOptions): Promise<Zip> {
  const limits = limitsWith(rest.limits)
  const { signal, memory = ownMemory } = rest
  const directory = await readDirectory(inMemory(bytes), { name, limits, memory, signal })
  const { starts } = await sift(directory, { name, limits, report, memory, signal })
  const { files } = await loadByJsZip(bytes, directory, starts, name)
  const codec = rest.codec ?? { crc32 }
  const entries = Array.from(starts, (start) => {
    const { path, otherPath } = nameAt(directory.records, start)
    const file = Object.hasOwn(files, path) ? files[path] : undefined
    if (file === undefined) throw disagreement(name, `it does not find ${JSON.stringify(path)}`)
    const other = otherPath === undefined ? {} : { otherPath }
    return jsZipEntry(file, { path, ...other, ...listingAt(directory.records, start), codec })
  })
  return { entries }
}

/** jszip refuses a whole archive for one entry it cannot read, so it is shown only those we accept. */
async function loadByJsZip(
  bytes: Uint8Array,
  directory: Directory,
  starts: Uint32Array,
  name: string,
): Promise<JsZipArchive> {
  const { default: JSZip } = await import('jszip')
  const all = starts.length === directory.starts.length
  try {
    return await JSZip.loadAsync(all ? bytes : keepListings(bytes, directory, starts), {
      decodeFileName: (raw) => decodeName(bytesOfName(raw), false).path,
    })
  } catch (cause) {
    throw disagreement(name, 'it cannot read the archive', cause)
  }
}

function bytesOfName(raw: Uint8Array | readonly string[]): Uint8Array {
  if (raw instanceof Uint8Array) return raw
  return Uint8Array.from(raw, (character) => character.charCodeAt(0))
}

function disagreement(name: string, what: string, cause?: unknown): FormatError {
  const message = `jszip and the directory of the archive disagree: ${what}.`
  return refusalError(name, { code: 'archive/damaged-directory', message }, cause)
}

async function openLoaded(
  { files }: JsZipArchive,
  { name, report, ...rest }: ZipOptions,
): Promise<Zip> {
  const limits = limitsWith(rest.limits)
  const names = uniqueNames(report)
  const entries: ZipEntry[] = []
  let total = 0
  for (const file of Object.values(files)) {
    if (file.dir) continue
    const path = file.unsafeOriginalName ?? file.name
    const compressed = compressedOf(file)
    const unixMode = typeof file.unixPermissions === 'number' ? file.unixPermissions : 0
    const problem =
      nameProblem({ path, sound: true }) ??
      kindProblem({ flags: 0, method: 8, unixMode }) ??
      (compressed && sizeProblem({ ...compressed, method: 8 }, limits))
    if (problem !== undefined) report(refused(path, problem))
    if (problem !== undefined || !names.take(path)) continue
    const entry =
      compressed === undefined
        ? await entryInMemory(file, path)
        : jsZipEntry(file, { path, ...compressed, codec: rest.codec ?? { crc32 } })
    entries.push(entry)
    total += entry.size
  }
  if (entries.length <= limits.entries && total <= limits.totalBytes) return { entries }
  const message = `The archive has ${entries.length} entries of ${total} bytes; at most ${limits.entries} and ${limits.totalBytes} are allowed.`
  throw refusalError(name, { code: 'archive/too-large', message })
}

/** Content that a program put into the object: its size is known once it is there. */
async function entryInMemory(file: JsZipFile, path: string): Promise<ZipEntry> {
  const content = await file.async('uint8array')
  const size = content.length
  const { open } = memorySource(path, content)
  return { path, open, size, compressedSize: size, bytes: () => content }
}

function inMemory(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) }
}
