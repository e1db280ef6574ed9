import {
  dropTypes,
  type Field,
  formulaLike,
  openFates,
  outsideTables,
  type Part,
  recordsOf,
  safeName,
  type TableLayout,
  tableLayoutOf,
  tableReasons,
  textFields,
  uniqueNames,
  type WriteContext,
  wellFormed,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { CsvOptions } from './options.ts'
import { linesOf, type Style, styleOf } from './style.ts'

/** This many records are handed on at once. */
const batchRecords = 1000

const reasons = {
  ...tableReasons,
  'half-character': 'The text holds half a character, which UTF-8 cannot; it became U+FFFD.',
  'formula-escaped': "The text begins like a formula; it was written with a ' in front.",
} as const

type Change = 'half-character' | 'formula-escaped'

/** Writes one file for each document; later segments go on in the file of the first. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
  { formulas }: CsvOptions,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  const fields = textFields('csv', fitted(formulas))
  let file:
    | { readonly path: string; readonly layout: TableLayout; readonly style: Style }
    | undefined
  for await (const document of documents) {
    signal?.throwIfAborted()
    const fates = openFates('csv', reasons, account, document)
    const begins = file === undefined || (document.segment?.index ?? 0) === 0
    if (file === undefined || begins) {
      file = {
        path: unique(fileName(document.name)),
        layout: tableLayoutOf(document),
        style: styleOf(document),
      }
    }
    const { path, layout, style } = file
    const records = recordsOf(document, layout, fields, fates, '')
    if (begins) records.unshift([...layout.names])
    const openEnd = styleOf(document).openEnd === true
    for (let from = 0; from < records.length; from += batchRecords) {
      const lines = linesOf(records.slice(from, from + batchRecords), style, formulas)
      const last = from + batchRecords >= records.length
      const end = (style.lineEnd ?? '\r\n').length
      yield { path, chunk: last && openEnd ? lines.slice(0, -end) : lines }
    }
    fates.close()
    dropTypes(account, document, outsideTables, {
      code: 'csv/no-place',
      reason: reasons['no-place'],
    })
  }
}

/** Papaparse puts the `'` in front of formulas; here it is only told. */
function fitted(formulas: 'keep' | 'escape'): (text: string) => Field<Change> {
  return (text) => {
    const whole = wellFormed(text)
    if (whole !== text) return { text: whole, changed: 'half-character' }
    if (formulas === 'escape' && formulaLike.test(text)) return { text, changed: 'formula-escaped' }
    return text
  }
}

/** Datasaur does not double the ending. */
function fileName(name: string): string {
  return safeName(name.toLowerCase().endsWith('.csv') ? name : `${name}.csv`)
}
