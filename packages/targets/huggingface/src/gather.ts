import {
  bareDocuments,
  openFates,
  type Part,
  peek,
  type ShardContext,
  withoutRootCopies,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Begun } from './begun.ts'
import { chooseTask } from './choose-task.ts'
import type { Facts } from './facts.ts'
import type { Options } from './options.ts'
import { plainFields } from './plain-type.ts'
import type { Projection } from './projection.ts'
import { projectionOf } from './projection-of.ts'
import { reasons } from './reasons.ts'
import { sift } from './sift.ts'
import { openSplits } from './split-sinks.ts'
import { tallied } from './tally.ts'

/** Writes data files while documents come in; returns what they hold, which is all that the card is made of. */
export async function* gather(
  documents: AsyncIterable<LabeledDocument>,
  context: ShardContext,
  options: Options,
): AsyncGenerator<Part, Facts> {
  const { report } = context
  const tally = tallied(context.account)
  const copies = new Map<string, number>()
  const used = withoutRootCopies('huggingface', reasons, documents, { account: tally, report })
  const { first, all, close } = await peek(used)
  const { projection, splits, choice } = await open(first, context, options).catch(
    async (error: unknown) => {
      await close()
      throw error
    },
  )
  let count = 0
  const add = (document: LabeledDocument): void => {
    if ((document.segment?.index ?? 0) === 0) {
      count += 1
      const copy = document.cabinet?.role ?? 'of unknown origin'
      copies.set(copy, (copies.get(copy) ?? 0) + 1)
    }
    const fates = openFates('huggingface', reasons, tally, document)
    for (const row of projection.rows(sift(document, fates, options.unresolved))) {
      splits.add(document, row, projection.fields())
    }
    fates.close()
  }
  for await (const document of projection.wholeDocuments ? bareDocuments(all) : all) {
    add(document)
    // Mostly none: a `yield*` would wait for each document all the same.
    for (const part of splits.take()) yield part
  }
  splits.close(projection.fields())
  yield* splits.take()
  return {
    task: projection.task,
    choice,
    documents: count,
    copies: Object.fromEntries(copies),
    fields: plainFields(projection.fields()),
    classes: [...projection.counts()].map(([name, written]) => ({ name, count: written })),
    splits: splits.written(),
    kept: tally.kept(),
    fates: tally.lines(),
  }
}

interface Opened {
  readonly projection: Projection
  readonly splits: Awaited<ReturnType<typeof openSplits>>
  readonly choice: string
}

/** The first document of the data set decides the task, and the task where files lie. */
async function open(
  document: LabeledDocument | undefined,
  context: ShardContext,
  options: Options,
): Promise<Opened> {
  // What `begin` or `next` returned.
  const begun = context.begun as Begun | undefined
  const { task, why, tags } = begun ?? { ...chooseTask(document, options), tags: [] }
  const projection = projectionOf(task, options, { ...context, tags: tags ?? [] })
  const splits = await openSplits(task, options, context)
  return { projection, splits, choice: `Rows are of the task \`${task}\`: ${why}.` }
}
