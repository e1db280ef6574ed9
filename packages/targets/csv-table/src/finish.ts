import { type FinishContext, type Part, tellEmptySplits } from '@labelport/format'
import { loadScript } from './load-script.ts'

/** What is known of documents that were written; plain JSON. */
export interface Facts {
  /** The splits that have documents; one without a name when none were asked for. */
  readonly splits: readonly string[]
}

/** Writes the script that loads the tables, and tells what has no folder. */
export async function* finish(
  facts: readonly Facts[],
  { report, splitNames = [] }: FinishContext,
): AsyncGenerator<Part> {
  const used = new Set(facts.flatMap(({ splits }) => splits))
  if (used.size === 0) {
    const message = 'No document came, so no table was written.'
    report({ severity: 'warning', code: 'csv-table/no-documents', message })
    return
  }
  const lack = 'no document, so it has no folder'
  tellEmptySplits('csv-table', { names: splitNames, used, lack }, report)
  yield { path: 'load.py', chunk: loadScript }
}
