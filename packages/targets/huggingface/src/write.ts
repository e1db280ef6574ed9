import type { Part, WriteContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { finish } from './finish.ts'
import { gather } from './gather.ts'
import type { Options } from './options.ts'

/** Writes data files while documents come in, and what describes them when all have come. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const facts = yield* gather(documents, context, options)
  const { notes = [], labels } = context
  yield* finish(facts, { options, notes, locked: labels !== undefined }, context.report)
}
