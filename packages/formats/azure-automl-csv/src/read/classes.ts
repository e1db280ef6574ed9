import { classQuestion, classRows } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { isList, parseList } from '../python-list.ts'
import { recordsIn } from '../records.ts'
import { columnsOf } from './columns.ts'
import type { Scope } from './read.ts'

const quoteTroubles = {
  'stray-quote': 'Found a quote inside a quoted field that is not doubled. It was kept as text.',
  'unclosed-quote':
    'The quote that opens here is never closed; everything up to the end of the file was read as one field.',
} as const

/** Reads a table with a header, a column of texts and a column of labels. */
export function readClasses(text: string, scope: Scope): LabeledDocument {
  const { path, name, context, options, tell } = scope
  const all = recordsIn(text, ({ type, line, column }) => {
    tell(type === 'unclosed-quote' ? 'error' : 'warning', type, quoteTroubles[type], line, column)
  })
  const [first] = all
  // A name of a column is no list: then the file begins with its first row, which must not be lost.
  const hasHeader = !(first?.fields.some(isList) ?? false)
  const records = hasHeader ? all.slice(1) : all
  const header = hasHeader ? (first?.fields ?? []) : namesFor(first?.fields ?? [])
  if (!hasHeader) {
    const message =
      'The first record holds a list of labels where a header was expected; it was read as a row.'
    tell('warning', 'no-header', message, first?.line)
  }
  const columns = columnsOf(header, records, scope)
  const { labels: labelColumn = -1 } = columns
  const wanted = options.question || (context.schema ? '' : (header[labelColumn] ?? ''))
  const question = classQuestion(context.schema?.questions ?? [], wanted)
  const names = new Set(question?.type === 'choice' ? question.options.map((one) => one.name) : [])
  const rows = classRows({ id: path, name }, context.schema, wanted)
  const counts = { lists: 0, commas: 0 }
  const left = header.filter((_, column) => column !== columns.text && column !== labelColumn)
  if (left.length > 0) {
    const message = `The columns ${left.map((one) => `"${one}"`).join(', ')} were left out; Azure takes a text and its labels. Read the file as CSV to keep them.`
    tell('warning', 'other-columns', message, 1)
  }
  if (columns.labels === undefined) {
    const message = 'No column holds labels. Name it in the option "labels".'
    tell('warning', 'no-labels', message, 1)
  }
  const labelsOf = (cell: string, line: number): readonly string[] => {
    // A name may hold a comma itself, which only the question can tell.
    if (cell === '' || names.has(cell)) return cell === '' ? [] : [cell]
    const list = parseList(cell)
    if (list !== undefined) {
      counts.lists += 1
      return list
    }
    if (cell.startsWith('[')) {
      const message = `${JSON.stringify(cell.slice(0, 60))} begins like a list and is none. It was kept as one label.`
      tell('warning', 'bad-list', message, line)
      return [cell]
    }
    const labels = cell.split(',').map((one) => one.trim())
    if (labels.length > 1) counts.commas += 1
    return labels.filter((one) => one !== '')
  }
  for (const { fields, line } of records) {
    if (fields.length !== header.length) {
      const beyond = fields.slice(header.length).join(',').slice(0, 80)
      const lost =
        beyond === '' ? '' : ` What stands beyond, ${JSON.stringify(beyond)}, was left out.`
      const message = `Found ${fields.length} fields; expected ${header.length} as in the header.${lost}`
      tell('warning', 'ragged-row', message, line)
    }
    const cell = fields[labelColumn] ?? ''
    for (const unknown of rows.add(fields[columns.text] ?? '', labelsOf(cell, line))) {
      const message = `${JSON.stringify(unknown)} is no option of "${question?.text}". It was kept as it is.`
      tell('warning', 'no-such-option', message, line)
    }
  }
  const message = `Read as a table: text from "${header[columns.text] ?? ''}", labels from "${header[labelColumn] ?? ''}"; ${records.length} rows, ${rows.classes} classes, ${counts.lists} cells are lists, ${counts.commas} were cut at commas. No real export of this kind has been seen; please compare.`
  tell('info', 'seen', message)
  return rows.document()
}

/** Names for columns that have none, as Azure calls them in a table of two. */
function namesFor(fields: readonly string[]): readonly string[] {
  return fields.map((field, column) => (isList(field) ? 'labels' : column === 0 ? 'text' : ''))
}
