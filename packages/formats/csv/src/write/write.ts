import { dropTypes, type Part, safeName, uniqueNames, type WriteContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { CsvOptions } from '../options.ts'
import { linesOf, type Style, styleOf } from '../style.ts'
import { fatesOf } from './fate-ledger.ts'
import { reasons } from './fates.ts'
import { type Layout, layoutOf } from './layout.ts'
import { recordsOf } from './records.ts'

/** This many records are handed on at once. */
const batchRecords = 1000

/** Writes one file for each document; later segments go on in the file of the first. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
  { formulas }: CsvOptions,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  let file: { readonly path: string; readonly layout: Layout; readonly style: Style } | undefined
  for await (const document of documents) {
    signal?.throwIfAborted()
    const fates = fatesOf(document, account)
    const begins = file === undefined || (document.segment?.index ?? 0) === 0
    if (file === undefined || begins) {
      file = {
        path: unique(fileName(document.name)),
        layout: layoutOf(document),
        style: styleOf(document),
      }
    }
    const { path, layout, style } = file
    const records = recordsOf(document, layout, formulas, fates)
    if (begins) records.unshift([...layout.names])
    const openEnd = styleOf(document).openEnd === true
    for (let from = 0; from < records.length; from += batchRecords) {
      const lines = linesOf(records.slice(from, from + batchRecords), style, formulas)
      const last = from + batchRecords >= records.length
      const end = (style.lineEnd ?? '\r\n').length
      yield { path, chunk: last && openEnd ? lines.slice(0, -end) : lines }
    }
    fates.close()
    dropTypes(account, document, ['span', 'relation', 'box', 'timestamp', 'comment'], {
      code: 'csv/no-place',
      reason: reasons['no-place'],
    })
  }
}

/** Datasaur does not double the ending. */
function fileName(name: string): string {
  return safeName(name.toLowerCase().endsWith('.csv') ? name : `${name}.csv`)
}
