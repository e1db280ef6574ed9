import type { FinishContext, Part } from '@labelport/format'
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
  for (const name of splitNames) {
    if (used.has(name)) continue
    const message = `Split "${name}" has no document, so it has no folder.`
    report({ severity: 'warning', code: 'csv-table/split-empty', message })
  }
  yield { path: 'load.py', chunk: loadScript }
}
