import {
  dropRootCopy,
  type Part,
  type ShardContext,
  safeName,
  schemaNames,
  shardSuffix,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type ExampleScope, examplesOf, unitOf } from './examples.ts'
import { chatLine, preferenceLine } from './lines.ts'
import { neededWhole } from './needed-whole.ts'
import type { Options } from './options.ts'
import { openPairing } from './pairs.ts'
import { reasons } from './reasons.ts'
import type { Facts } from './summary.ts'

/** Text is handed on in pieces of about this many UTF-16 code units. */
const chunkText = 1024 * 1024

/** Writes examples while documents come in; pairs of preferences as soon as both copies have come. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: ShardContext,
  options: Options,
): AsyncGenerator<Part, Facts> {
  const counts = new Map<string, number>()
  const scope: ExampleScope = {
    options,
    context,
    schemas: schemaNames('openai-chat', context.report),
  }
  const pairing = openPairing()
  let path = ''
  let pending: string[] = []
  let length = 0
  const take = (): Part => {
    const chunk = pending.join('')
    pending = []
    length = 0
    return { path, chunk }
  }
  const isWhole = (document: LabeledDocument): boolean => unitOf(document, options) === 'document'
  for await (const document of neededWhole(documents, isWhole)) {
    if (dropRootCopy('openai-chat', reasons, document, context)) continue
    const split = context.splits?.of(document) ?? options.split
    const next = `${safeName(split)}${shardSuffix(context.shard)}.jsonl`
    if (next !== path && length > 0) yield take()
    path = next
    for (const line of linesOf(document)) {
      counts.set(split, (counts.get(split) ?? 0) + 1)
      pending.push(line)
      length += line.length
      if (length >= chunkText) yield take()
    }
  }
  if (length > 0) yield take()
  pairing.close()
  return { examples: Object.fromEntries(counts) }

  function* linesOf(document: LabeledDocument): Generator<string> {
    for (const example of examplesOf(document, scope)) {
      if (options.task === 'preference') {
        for (const pair of pairing.add(document, example)) yield preferenceLine(pair)
      } else {
        example.settle('written')
        yield chatLine(example)
      }
    }
  }
}
