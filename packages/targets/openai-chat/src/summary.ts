import { safeName, type WriteContext } from '@labelport/format'
import type { Options } from './options.ts'

/** OpenAI takes training files from this many examples on. */
const leastExamples = 10

/** Says what is odd about the files as a whole. `counts`: examples by path. */
export function summarize(
  counts: ReadonlyMap<string, number>,
  { task }: Options,
  { report, splits }: Pick<WriteContext, 'report' | 'splits'>,
): void {
  if (counts.size === 0) {
    const hint =
      task === 'preference'
        ? ' Preferences need the copies of labelers and reviewers of the same documents (all cabinets).'
        : ''
    const message = `No document gave an example, so no file was written.${hint}`
    report({ severity: 'warning', code: 'openai-chat/no-examples', message })
    return
  }
  for (const [path, count] of counts) {
    if (count >= leastExamples) continue
    const message = `"${path}" has ${count} examples; a training file needs at least ${leastExamples}.`
    report({ severity: 'warning', code: 'openai-chat/few-examples', message })
  }
  for (const name of splits?.names ?? []) {
    if (counts.has(`${safeName(name)}.jsonl`)) continue
    const message = `Split "${name}" has no example, so it has no file.`
    report({ severity: 'warning', code: 'openai-chat/split-empty', message })
  }
}
