import type { Report } from '@labelport/format'
import { watchDates } from './date-like.ts'
import type { FileNames } from './file-names.ts'
import { mostBytesOf, putText } from './json-bytes.ts'
import { openShards, type Sink, type SinkOptions } from './sink.ts'
import type { Field, Row } from './value-type.ts'

/** Rows are handed on in pieces of about this many bytes: one write per row costs twice as much. */
const chunkBytes = 1024 * 1024
const lineFeed = 0x0a

/** Writes rows as JSON Lines into files of bounded size. */
export function openJsonLines(
  options: Pick<SinkOptions, 'names' | 'shardRows' | 'shardBytes'>,
  report: Report,
): Sink {
  const shards = openShards(options.names)
  const lines = linePieces((chunk) => shards.put(chunk, chunk.length), report)
  const end = (): void => {
    lines.put()
    shards.next()
  }
  return {
    add(row, fields) {
      lines.add(row, fields)
      shards.rows += 1
      if (shards.rows >= options.shardRows || shards.bytes >= options.shardBytes) end()
    },
    close() {
      // A file that no piece came for could not be given its final name.
      if (shards.rows === 0 && shards.files().length === 0) shards.put('', 0)
      if (shards.rows > 0 || shards.files().length === 0) end()
      shards.rename()
    },
    take: shards.take,
    files: shards.files,
  }
}

/** Writes rows as JSON Lines, all under the name of the first file; `joinLines` puts them into files. */
export function openLooseLines(names: FileNames, report: Report): Sink {
  const shards = openShards(names)
  const lines = linePieces((chunk) => shards.put(chunk, chunk.length), report)
  return {
    add(row, fields) {
      lines.add(row, fields)
      shards.rows += 1
    },
    close() {
      if (shards.rows === 0) shards.put('', 0)
      lines.put()
      shards.next()
    },
    take: shards.take,
    files: shards.files,
  }
}

/** Makes lines of rows, in pieces of about one size. */
function linePieces(take: (chunk: Uint8Array) => void, report: Report) {
  const dates = watchDates(report)
  let chunk = new Uint8Array(chunkBytes)
  let used = 0
  const put = (): void => {
    if (used > 0) {
      take(chunk.subarray(0, used))
      chunk = new Uint8Array(chunkBytes)
      used = 0
    }
    dates.end()
  }
  const makeRoom = (most: number): void => {
    if (most <= chunk.length - used) return
    put()
    if (most > chunk.length) chunk = new Uint8Array(most)
  }
  const end = (at: number): void => {
    chunk[at] = lineFeed
    used = at + 1
  }
  /** Lines become bytes at once: kept as text until a chunk is full, they would outlive collection after collection. */
  const append = (line: string): void => {
    makeRoom(mostBytesOf(line) + 1)
    end(putText(chunk, used, line))
  }
  const written = ({ json }: Row): boolean => {
    if (json === undefined) return false
    makeRoom(json.mostBytes + 1)
    const at = json.writeJson(chunk, used)
    if (at === undefined) return false
    end(at)
    return true
  }
  return {
    add(row: Row, fields: readonly Field[]): void {
      dates.see(row, fields)
      if (!written(row)) append(JSON.stringify(row.values))
    },
    /** Ends the piece. */
    put,
  }
}
