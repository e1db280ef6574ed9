import { openFates, type Part, type WriteContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { cardOf } from './card.ts'
import { choose } from './choose.ts'
import { joinSegments } from './join-segments.ts'
import type { Options } from './options.ts'
import type { Projection } from './projection.ts'
import { reasons } from './reasons.ts'
import { dropRoot } from './root.ts'
import { sift } from './sift.ts'
import { openSplits } from './split-sinks.ts'
import { tallied } from './tally.ts'

/** Writes data files while documents come in, and the card when all have come. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const tally = tallied(context.account)
  const splits = await openSplits(options, context.splits, context.report)
  const copies = new Map<string, number>()
  const join = joinSegments()
  let projection: Projection | undefined
  let count = 0
  let rows = 0

  const add = (document: LabeledDocument, to: Projection): void => {
    const fates = openFates('huggingface', reasons, tally, document)
    for (const row of to.rows(sift(document, fates, options.unresolved))) {
      splits.add(document, row, to.fields())
      rows += 1
    }
    fates.close()
  }
  for await (const document of documents) {
    if (dropRoot(document, tally, context.report)) continue
    projection ??= choose(document, options, context)
    if ((document.segment?.index ?? 0) === 0) {
      count += 1
      const copy = document.cabinet?.role ?? 'of unknown origin'
      copies.set(copy, (copies.get(copy) ?? 0) + 1)
    }
    const whole = projection.wholeDocuments ? join.take(document) : document
    if (whole !== undefined) add(whole, projection)
    yield* splits.take()
  }
  projection ??= choose(undefined, options, context)
  const rest = join.rest()
  if (rest !== undefined) add(rest, projection)
  if (rows === 0) {
    const message = 'No document gave a row; the data set is empty.'
    context.report({ severity: 'warning', code: 'huggingface/no-rows', message })
  }
  splits.close(projection.fields())
  yield* splits.take()
  const { notes = [], labels } = context
  const locked = labels !== undefined
  const measured = { options, projection, tally, documents: count, copies, notes, locked }
  yield { path: 'README.md', chunk: cardOf({ ...measured, splits: splits.written() }) }
}
