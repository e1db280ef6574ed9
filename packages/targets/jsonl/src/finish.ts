import { type FinishContext, type Part, tellEmptySplits } from '@labelport/format'
import { loadScript } from './load-script.ts'

/** What is known of documents that were written; plain JSON. */
export interface Facts {
  /** The splits that have documents; one of the options' name when none were asked for. */
  readonly splits: readonly string[]
}

/** Writes the script that loads the lines, and tells what has no file. */
export async function* finish(
  facts: readonly Facts[],
  { report, splitNames = [] }: FinishContext,
): AsyncGenerator<Part> {
  const used = new Set(facts.flatMap(({ splits }) => splits))
  if (used.size === 0) {
    const message = 'No document came, so no line was written.'
    report({ severity: 'warning', code: 'jsonl/no-documents', message })
    return
  }
  const lack = 'no document, so it has no file'
  tellEmptySplits('jsonl', { names: splitNames, used, lack }, report)
  yield { path: 'load.py', chunk: loadScript }
}
