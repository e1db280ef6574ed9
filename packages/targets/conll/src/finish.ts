import { escapesFile, type FinishContext, type Part, tellEmptySplits } from '@labelport/format'
import type { Facts } from './facts.ts'

/** Writes the table of escapes, when there is one, and tells what has no file. */
export async function* finish(
  facts: readonly Facts[],
  { report, splitNames = [] }: FinishContext,
): AsyncGenerator<Part> {
  const written = facts.some((one) => one.written)
  if (!written) {
    const message = 'No document came, so no file was written.'
    report({ severity: 'warning', code: 'conll/no-documents', message })
  }
  const used = new Set(facts.flatMap(({ splits }) => splits))
  const lack = 'no document, so it has no file'
  if (written) tellEmptySplits('conll', { names: splitNames, used, lack }, report)
  const table = escapesFile({
    characters: together(facts.map(({ escapes }) => escapes.characters)),
    labels: together(facts.map(({ escapes }) => escapes.labels)),
  })
  if (table !== undefined) yield table
}

/** Equal signs mean the same in all tables, so nothing is overruled. */
function together(
  tables: readonly Readonly<Record<string, string>>[],
): Readonly<Record<string, string>> {
  const entries = tables.flatMap((table) => Object.entries(table))
  return Object.fromEntries([...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1)))
}
