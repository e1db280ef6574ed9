import type { Part } from '@labelport/format'
import { draftedFile } from './file-names.ts'
import type { Options } from './options.ts'
import { openShards, type Shards } from './sink.ts'
import type { WrittenSplit } from './split-sinks.ts'

type Limits = Pick<Options, 'shardRows' | 'shardBytes'>

const lineFeed = 0x0a

/**
 * Puts lines that come under the names of first files into files of bounded size, and returns which there are.
 * Parts that come together this way may be cut anywhere between two lines: the files are the same.
 */
export async function* joinLines(
  parts: AsyncIterable<Part>,
  limits: Limits,
): AsyncGenerator<Part, readonly WrittenSplit[]> {
  const splits = new Map<string, Shards>()
  let empty: ReturnType<typeof draftedFile>
  for await (const part of parts) {
    const drafted = draftedFile(part.path)
    if (drafted === undefined || !('chunk' in part)) {
      yield part
      continue
    }
    const { split, names } = drafted
    if (typeof part.chunk === 'string' || part.chunk.length === 0) {
      empty ??= drafted
      continue
    }
    const shards = splits.get(split) ?? openShards(names)
    splits.set(split, shards)
    addLines(shards, part.chunk, limits)
    yield* shards.take()
  }
  if (splits.size === 0 && empty !== undefined) {
    const shards = openShards(empty.names)
    shards.put('', 0)
    shards.next()
    splits.set(empty.split, shards)
  }
  const written: WrittenSplit[] = []
  for (const [name, shards] of splits) {
    if (shards.rows > 0) shards.next()
    shards.rename()
    yield* shards.take()
    const files = shards.files()
    written.push({ name, rows: files.reduce((sum, { rows }) => sum + rows, 0), files })
  }
  return written
}

/** Adds whole lines. A file ends with the line that fills it. */
function addLines(shards: Shards, chunk: Uint8Array, { shardRows, shardBytes }: Limits): void {
  let start = 0
  let end = 0
  while (end < chunk.length) {
    end = chunk.indexOf(lineFeed, end) + 1
    shards.rows += 1
    if (shards.rows < shardRows && shards.bytes + end - start < shardBytes) continue
    shards.put(chunk.subarray(start, end), end - start)
    shards.next()
    start = end
  }
  if (start < end) shards.put(chunk.subarray(start, end), end - start)
}
