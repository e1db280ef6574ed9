import {
  dropTypes,
  fileStart,
  openFates,
  outsideTables,
  type Part,
  recordsOf,
  safeName,
  type TableLayout,
  tableLayoutOf,
  textFields,
  uniqueNames,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { fitted, reasons } from './fit.ts'
import type { TsvOptions } from './options.ts'
import { styleOf } from './style.ts'

/** This many records are handed on at once. */
const batchRecords = 1000

/** Writes one file for each document; later segments go on in the file of the first. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
  options: TsvOptions,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  let file:
    | { readonly path: string; readonly layout: TableLayout; readonly lineEnd: string }
    | undefined
  for await (const document of documents) {
    signal?.throwIfAborted()
    const fates = openFates('tsv', reasons, account, document)
    const { quotes, openEnd, lineEnd = '\r\n' } = styleOf(document)
    const fit = fitted(options, quotes === 'text')
    const begins = file === undefined || (document.segment?.index ?? 0) === 0
    if (file === undefined || begins) {
      const path = unique(fileName(document.name))
      file = { path, layout: tableLayoutOf(document), lineEnd }
    }
    const { path, layout } = file
    const end = file.lineEnd
    const records = recordsOf(document, layout, textFields('tsv', fit), fates, '')
    if (begins) records.unshift(layout.names.map((name) => textOf(fit(name))))
    for (let from = 0; from < records.length; from += batchRecords) {
      const lines = records.slice(from, from + batchRecords).map((fields) => fields.join('\t'))
      const last = from + batchRecords >= records.length
      const text = lines.join(end) + (last && openEnd === true ? '' : end)
      yield { path, chunk: begins && from === 0 ? fileStart(text) : text }
    }
    fates.close()
    dropTypes(account, document, outsideTables, {
      code: 'tsv/no-place',
      reason: reasons['no-place'],
    })
  }
}

function textOf(field: ReturnType<ReturnType<typeof fitted>>): string {
  if (typeof field === 'string') return field
  return 'text' in field ? field.text : ''
}

function fileName(name: string): string {
  return safeName(name.toLowerCase().endsWith('.tsv') ? name : `${name}.tsv`)
}
