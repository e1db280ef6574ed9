import type { RandomAccess } from '@labelport/format'
import { openTurns } from '../turns.ts'
import { type DirectoryPlace, findDirectory } from './end.ts'
import type { Limits } from './limits.ts'
import { type Records, recordEnd, recordsOf } from './records.ts'
import { refusalError } from './refusal.ts'

/** A directory as it was read. Its records stay as they are: as objects they would take ten times as much. */
export interface Directory {
  readonly place: DirectoryPlace
  readonly records: Records
  /** Where each record begins. */
  readonly starts: Uint32Array
}

/** How a directory is read. */
export interface ReadDirectoryOptions {
  /** What the archive is called in diagnostics. */
  readonly name: string
  readonly limits: Limits
  /** Gives the memory it is kept in. */
  readonly memory: Memory
  readonly signal?: AbortSignal | undefined
}

/** Gives as many bytes of memory as are asked for. */
export type Memory = (bytes: number) => ArrayBufferLike

/** The directory of a million entries takes 100 MB, of which no second copy should lie about. */
const pieceSize = 512 * 1024

/** So that a turn comes after 4 MB, which a slow disk takes a tenth of a second to give. */
const callsPerPiece = 2048

/** Reads the directory of a zip. Throws FormatError when it cannot be read or is larger than allowed. */
export async function readDirectory(
  file: RandomAccess,
  { name, limits, memory, signal }: ReadDirectoryOptions,
): Promise<Directory> {
  const place = await findDirectory(file, name)
  const tooMany = (count: number): Error => {
    const message = `The archive has ${count} entries; at most ${limits.entries} are allowed.`
    return refusalError(name, { code: 'archive/too-many-entries', message })
  }
  if (place.entries > limits.entries) throw tooMany(place.entries)
  if (place.size > 2 ** 30) throw tooMany(Math.floor(place.size / 46))
  const turn = openTurns(signal)
  const bytes = new Uint8Array(memory(place.size))
  for (let at = 0; at < bytes.length; at += pieceSize) {
    const piece = bytes.subarray(at, at + pieceSize)
    if (file.readInto === undefined) piece.set(await file.read(place.offset + at, piece.length))
    else file.readInto(piece, place.offset + at)
    const waiting = turn(callsPerPiece)
    if (waiting !== undefined) await waiting
  }
  const records = recordsOf(bytes, place.prefix)
  // As many as are declared, in nearly every archive; without zip64 they are counted modulo 65,536.
  let starts = placesIn(memory, place.entries)
  let count = 0
  for (let at = 0, end = recordEnd(records, at); end !== undefined; end = recordEnd(records, at)) {
    if (count === limits.entries) throw tooMany(count + 1)
    if (count === starts.length) starts = grown(starts, memory)
    starts[count] = at
    count += 1
    at = end
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  const whole = place.zip64 ? count : count % 0x10000
  if (whole !== place.entries) {
    const message = `The directory is damaged: it should list ${place.entries} entries and lists ${count}.`
    throw refusalError(name, { code: 'archive/damaged-directory', message })
  }
  return { place, records, starts: starts.subarray(0, count) }
}

function placesIn(memory: Memory, count: number): Uint32Array {
  return new Uint32Array(memory(count * Uint32Array.BYTES_PER_ELEMENT))
}

function grown(starts: Uint32Array, memory: Memory): Uint32Array {
  const larger = placesIn(memory, Math.max(1024, 2 * starts.length))
  larger.set(starts)
  return larger
}
