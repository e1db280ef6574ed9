import {
  dropTypes,
  openFates,
  outsideTables,
  type Part,
  recordsOf,
  safeName,
  type TableLayout,
  tableLayoutOf,
  tableReasons,
  uniqueNames,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { jsonFields, noMember } from './fields.ts'
import { memberKeys } from './keys.ts'
import type { JsonTabularOptions } from './options.ts'
import { keptOf, type Style, styleOf } from './style.ts'

/** This many rows are handed on at once. */
const batchRows = 1000

interface OpenFile {
  readonly path: string
  readonly layout: TableLayout
  readonly keys: readonly string[]
  readonly style: Style
  /** Whether a row was written. */
  begun: boolean
}

/** Writes one file for each document; later segments go on in the file of the first. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal, report }: WriteContext,
  { several }: JsonTabularOptions,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  let file: OpenFile | undefined
  for await (const document of documents) {
    signal?.throwIfAborted()
    if (file === undefined || (document.segment?.index ?? 0) === 0) {
      if (file !== undefined) yield endOf(file, file.style)
      const layout = tableLayoutOf(document)
      const path = unique(fileName(document.name))
      const { keys, renamed } = memberKeys(layout.names, keptOf(document).repeated === true)
      if (renamed.length > 0) {
        const message = `Keys of an object differ, so columns that repeat are called ${renamed.join(', ')}.`
        report({
          severity: 'warning',
          code: 'json-tabular/column-renamed',
          message,
          place: { path },
        })
      }
      file = { path, layout, keys, style: styleOf(document), begun: false }
      yield { path, chunk: '[' }
    }
    yield* rowsOf(document, file, several, account)
    if (document.segment?.last === false) continue
    yield endOf(file, styleOf(document))
    file = undefined
  }
  if (file !== undefined) yield endOf(file, file.style)
}

function* rowsOf(
  document: LabeledDocument,
  file: OpenFile,
  several: JsonTabularOptions['several'],
  account: WriteContext['account'],
): Generator<Part> {
  const { path, layout, style } = file
  const fates = openFates('json-tabular', tableReasons, account, document)
  const { writer, blank } = jsonFields(document, several)
  const answerColumns = [...layout.answerColumn.values()]
  const records = recordsOf(document, layout, writer, fates, undefined)
  const rows = new Set<number>()
  for (const { row, status } of document.cells) if (status === undefined) rows.add(row)
  const rowOf = [...rows]
  const keys = longer(file.keys, records)
  const heads = keys.map((key) => `${JSON.stringify(key)}:${style.colon}`)
  let lines: string[] = []
  for (const [index, record] of records.entries()) {
    for (const column of answerColumns) record[column] ??= blank(rowOf[index] ?? 0, column)
    lines.push(objectOf(record, heads, style))
    if (lines.length < batchRows && index + 1 < records.length) continue
    yield { path, chunk: (file.begun ? ',' : '') + style.row + lines.join(`,${style.row}`) }
    file.begun = true
    lines = []
  }
  fates.close()
  dropTypes(account, document, outsideTables, {
    code: 'json-tabular/no-place',
    reason: tableReasons['no-place'],
  })
}

function objectOf(
  record: readonly (string | undefined)[],
  heads: readonly string[],
  { open, member, close }: Style,
): string {
  let text = ''
  for (const [column, value] of record.entries()) {
    if (value === undefined || value === noMember) continue
    text += `${text === '' ? open : `,${member}`}${heads[column]}${value}`
  }
  return text === '' ? '{}' : `{${text}${close}}`
}

/** Fields beyond the last column get keys too, so that nothing is lost. */
function longer(
  keys: readonly string[],
  records: readonly (readonly unknown[])[],
): readonly string[] {
  const width = records.reduce((widest, { length }) => Math.max(widest, length), 0)
  if (width <= keys.length) return keys
  const beyond = Array.from({ length: width - keys.length }, (_, at) => `#${keys.length + at + 1}`)
  return memberKeys([...keys, ...beyond], false).keys
}

function endOf({ path, begun }: OpenFile, { last, after }: Style): Part {
  return { path, chunk: `${begun ? last : ''}]${after}` }
}

function fileName(name: string): string {
  return safeName(name.toLowerCase().endsWith('.json') ? name : `${name}.json`)
}
