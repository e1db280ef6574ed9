import type { Report } from '@labelport/format'
import { watchDates } from './date-like.ts'
import { openShards, type Sink, type SinkOptions } from './sink.ts'

/** Rows are handed on in pieces of about this many bytes: one write per row costs twice as much. */
const chunkBytes = 1024 * 1024
const lineFeed = 0x0a

/** Writes rows as JSON Lines. */
export function openJsonLines(
  options: Pick<SinkOptions, 'names' | 'shardRows' | 'shardBytes'>,
  report: Report,
): Sink {
  const encoder = new TextEncoder()
  const shards = openShards(options.names)
  const dates = watchDates(report)
  let chunk = new Uint8Array(chunkBytes)
  let used = 0
  const put = (): void => {
    if (used > 0) {
      shards.put(chunk.subarray(0, used), used)
      chunk = new Uint8Array(chunkBytes)
      used = 0
    }
    dates.end()
  }
  /** Lines become bytes at once: kept as text until a chunk is full, they would outlive collection after collection. */
  const append = (line: string): void => {
    const most = 3 * line.length + 1
    if (most > chunk.length - used) {
      put()
      if (most > chunk.length) chunk = new Uint8Array(most)
    }
    used += encoder.encodeInto(line, chunk.subarray(used)).written
    chunk[used] = lineFeed
    used += 1
  }
  const end = (): void => {
    put()
    shards.next()
  }
  return {
    add(row, fields) {
      dates.see(row, fields)
      append(row.json ?? JSON.stringify(row.values))
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
