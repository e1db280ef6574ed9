import { openFates, type Part, type Report, type WriteContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { cardOf } from './card.ts'
import { choose } from './choose.ts'
import { joinSegments } from './join-segments.ts'
import { openJsonLines } from './jsonl-sink.ts'
import type { Options } from './options.ts'
import { openParquet } from './parquet-sink.ts'
import type { Projection } from './projection.ts'
import { reasons } from './reasons.ts'
import { dropRoot } from './root.ts'
import { sift } from './sift.ts'
import type { Sink } from './sink.ts'
import { tallied } from './tally.ts'

/** Writes data files while documents come in, and the card when all have come. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const tally = tallied(context.account)
  const sinks = await openSinks(options, context.report)
  const copies = new Map<string, number>()
  const join = joinSegments()
  let projection: Projection | undefined
  let count = 0
  let rows = 0

  const add = (document: LabeledDocument, to: Projection): void => {
    const fates = openFates('huggingface', reasons, tally, document)
    for (const row of to.rows(sift(document, fates, options.unresolved))) {
      for (const sink of sinks) sink.add(row, to.fields())
      rows += 1
    }
    fates.close()
  }
  for await (const document of documents) {
    if (dropRoot(document, tally, context.report)) continue
    projection ??= choose(document, options, context.report)
    if ((document.segment?.index ?? 0) === 0) {
      count += 1
      const copy = document.cabinet?.role ?? 'of unknown origin'
      copies.set(copy, (copies.get(copy) ?? 0) + 1)
    }
    const whole = projection.wholeDocuments ? join.take(document) : document
    if (whole !== undefined) add(whole, projection)
    for (const sink of sinks) yield* sink.take()
  }
  projection ??= choose(undefined, options, context.report)
  const rest = join.rest()
  if (rest !== undefined) add(rest, projection)
  if (rows === 0) {
    const message = 'No document gave a row; the data set is empty.'
    context.report({ severity: 'warning', code: 'huggingface/no-rows', message })
  }
  for (const sink of sinks) {
    sink.close(projection.fields())
    yield* sink.take()
  }
  const files = sinks[0].files()
  const measured = { options, projection, tally, rows, documents: count, copies, files }
  yield { path: 'README.md', chunk: cardOf(measured) }
}

/** The first sink is the one that loading takes. */
async function openSinks(options: Options, report: Report): Promise<readonly [Sink, ...Sink[]]> {
  if (options.files === 'jsonl') return [openJsonLines(options, report)]
  const parquet = await openParquet(options)
  return options.files === 'both' ? [parquet, openJsonLines(options, report)] : [parquet]
}
