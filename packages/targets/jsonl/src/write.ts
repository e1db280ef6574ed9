import {
  documentRuns,
  dropRootRun,
  type Part,
  type ShardContext,
  safeName,
  schemaIndex,
  shardSuffix,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Facts } from './finish.ts'
import { gatherLine } from './gathered-line.ts'
import { type LineWriting, lineOf } from './line.ts'
import type { Options } from './options.ts'
import { reasons } from './reasons.ts'

/** Text is handed on in pieces of about this many UTF-16 code units. */
const chunkText = 1024 * 1024

/** Writes a line for each document while documents come in. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: ShardContext,
  options: Options,
): AsyncGenerator<Part, Facts> {
  const used = new Set<string>()
  const { account, splits, shard } = context
  const writing: LineWriting = { account, index: schemaIndex(), options }
  let path = ''
  let pending: string[] = []
  let length = 0
  const take = (): Part => {
    const chunk = pending.join('')
    pending = []
    length = 0
    return { path, chunk }
  }
  for await (const run of documentRuns(documents)) {
    if (await dropRootRun('jsonl', reasons, run, context)) continue
    const split = splits?.of(run.first) ?? options.split
    used.add(split)
    const next = `${safeName(split)}${shardSuffix(shard)}.jsonl`
    if (next !== path && length > 0) yield take()
    path = next
    const { first, later } = run
    const pieces = later ? await gathered(first, later, writing) : lineOf(first, writing)
    for (const piece of pieces) {
      if (typeof piece !== 'string') {
        if (length > 0) yield take()
        yield { path, chunk: piece }
        continue
      }
      pending.push(piece)
      length += piece.length
      if (length >= chunkText) yield take()
    }
  }
  if (length > 0) yield take()
  return { splits: [...used] }
}

/** The line of a document in segments: each is printed as it comes. */
async function gathered(
  first: LabeledDocument,
  later: AsyncIterable<LabeledDocument>,
  writing: LineWriting,
): Promise<Iterable<string | Uint8Array>> {
  const line = gatherLine(first, writing)
  line.add(first)
  for await (const segment of later) line.add(segment)
  return line.end()
}
