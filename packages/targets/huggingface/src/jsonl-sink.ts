import type { Report } from '@labelport/format'
import { watchDates } from './date-like.ts'
import { openShards, type Sink, type SinkOptions } from './sink.ts'

/** Text is handed on in pieces of about this many UTF-16 code units: one write per row costs twice as much. */
const chunkText = 1024 * 1024

/** Writes rows as JSON Lines. */
export function openJsonLines(
  options: Pick<SinkOptions, 'split' | 'shardRows'>,
  report: Report,
): Sink {
  const encoder = new TextEncoder()
  const shards = openShards(options.split, '.jsonl')
  const dates = watchDates(report)
  let lines: string[] = []
  let length = 0
  const put = (): void => {
    const chunk = encoder.encode(lines.join(''))
    lines = []
    length = 0
    shards.put(chunk, chunk.length)
    dates.end()
  }
  const end = (): void => {
    put()
    shards.next()
  }
  return {
    add(row, fields) {
      dates.see(row, fields)
      const line = row.json ?? JSON.stringify(row.values)
      lines.push(line, '\n')
      length += line.length + 1
      shards.rows += 1
      if (length >= chunkText) put()
      if (shards.rows >= options.shardRows) end()
    },
    close() {
      if (shards.rows > 0 || shards.files().length === 0) end()
      shards.rename()
    },
    take: shards.take,
    files: shards.files,
  }
}
