import {
  dropRootCopy,
  openFates,
  type Part,
  type ShardContext,
  safeName,
  schemaIndex,
  shardSuffix,
  wholeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Facts } from './finish.ts'
import { lineOf } from './line.ts'
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
  const index = schemaIndex()
  let path = ''
  let pending: string[] = []
  let length = 0
  const take = (): Part => {
    const chunk = pending.join('')
    pending = []
    length = 0
    return { path, chunk }
  }
  for await (const document of wholeDocuments(documents)) {
    if (dropRootCopy('jsonl', reasons, document, context)) continue
    const split = splits?.of(document) ?? options.split
    used.add(split)
    const next = `${safeName(split)}${shardSuffix(shard)}.jsonl`
    if (next !== path && length > 0) yield take()
    path = next
    const fates = openFates('jsonl', reasons, account, document)
    for (const piece of lineOf(document, fates, options, index)) {
      pending.push(piece)
      length += piece.length
      if (length >= chunkText) yield take()
    }
    fates.close()
  }
  if (length > 0) yield take()
  return { splits: [...used] }
}
