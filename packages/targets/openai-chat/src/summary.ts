import { type FinishContext, type Part, safeName, tellEmptySplits } from '@labelport/format'
import type { Options } from './options.ts'

/** OpenAI takes training files from this many examples on. */
const leastExamples = 10

/** What is known of documents that were written; plain JSON. */
export interface Facts {
  /** By split; those without any are missing. */
  readonly examples: Readonly<Record<string, number>>
}

/** Says what is odd about the files as a whole. */
export async function* summarize(
  facts: readonly Facts[],
  { report, splitNames = [], shards }: FinishContext,
  { task }: Options,
): AsyncGenerator<Part> {
  const counts = new Map<string, number>()
  for (const [split, count] of facts.flatMap(({ examples }) => Object.entries(examples))) {
    counts.set(split, (counts.get(split) ?? 0) + count)
  }
  if (counts.size === 0) {
    const hint =
      task === 'preference'
        ? ' Preferences need the copies of labelers and reviewers of the same documents (all cabinets).'
        : ''
    const message = `No document gave an example, so no file was written.${hint}`
    report({ severity: 'warning', code: 'openai-chat/no-examples', message })
    return
  }
  const ending = shards === undefined ? '.jsonl' : '-*.jsonl'
  for (const [split, count] of counts) {
    if (count >= leastExamples) continue
    const path = `${safeName(split)}${ending}`
    const message = `"${path}" has ${count} examples; a training file needs at least ${leastExamples}.`
    report({ severity: 'warning', code: 'openai-chat/few-examples', message })
  }
  const lack = 'no example, so it has no file'
  tellEmptySplits('openai-chat', { names: splitNames, used: counts, lack }, report)
}
