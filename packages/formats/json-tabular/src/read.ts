import {
  baseName,
  FormatError,
  limitReports,
  type OpenTable,
  openTable,
  type Place,
  type ReadContext,
  type Report,
  type Source,
  segmentRows,
  tableText,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { readAnswerValue } from './answers.ts'
import { keyColumns } from './columns.ts'
import { type ElementReader, elementReader, type RowView } from './elements.ts'
import { type Kind, kindNotes } from './kinds.ts'
import type { JsonTabularOptions } from './options.ts'
import type { Members } from './scan.ts'
import { compact, differenceOf, rowStyleOf, type Style } from './style.ts'

interface Row {
  readonly columns: readonly number[]
  readonly kinds: readonly Kind[]
  readonly texts: readonly string[]
  readonly place: () => Place
}

/** Reads a list object by object; a long one leaves in segments. */
export async function* read(
  source: Source,
  context: ReadContext,
  options: JsonTabularOptions,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const table = tableOfRows(path, context, options, report)
  for await (const text of tableText(source, 'json-tabular', context.signal)) {
    table.elements.push(text)
    const segment = table.segment()
    if (segment === undefined) continue
    context.signal?.throwIfAborted()
    yield segment
  }
  table.elements.end()
  const document = table.rest()
  close()
  yield document
}

interface RowTable {
  readonly elements: ElementReader
  /** A run of rows when there are enough. */
  segment(): LabeledDocument | undefined
  rest(): LabeledDocument
}

function tableOfRows(
  path: string,
  context: ReadContext,
  options: JsonTabularOptions,
  report: Report,
): RowTable {
  const documentName = context.documentName ?? withoutExtension(baseName(path), ['.json'])
  const keys = keyColumns()
  const kinds = kindNotes()
  let style: Omit<Style, 'last' | 'after'> | undefined
  let repeated = false
  let open: OpenTable | undefined
  // Until the table opens: its columns are those of the first rows together.
  let waiting: Row[] = []
  // Of the row that is being handed over.
  let livePlace: (() => Place) | undefined
  let kindNow: readonly (Kind | undefined)[] = []
  const start: Place = { path, line: 1, column: 1, pointer: '' }
  let placeNow = (): Place => start

  const tellNested = (column: number, place: Place): void => {
    const message = `"${keys.names[column]}" holds a list or an object where a row has a text; it is kept as JSON text.`
    report({ severity: 'warning', code: 'json-tabular/nested-value', message, place })
  }
  const add = (row: Row, table: OpenTable): void => {
    const fields: (string | undefined)[] = []
    const kindOf: (Kind | undefined)[] = []
    kindNow = kindOf
    placeNow = row.place
    for (let member = 0; member < row.columns.length; member += 1) {
      const column = row.columns[member] ?? 0
      fields[column] = row.texts[member]
      kindOf[column] = row.kinds[member]
      if (row.kinds[member] === 'j' && !table.holdsAnswers(column)) tellNested(column, row.place())
    }
    kinds.add(kindOf, table.width)
    table.add(fields)
  }
  const begin = (): OpenTable => {
    const table = openTable(keys.names, {
      format: 'json-tabular',
      path,
      context: { ...context, documentName },
      options,
      report,
      placeOf: () => placeNow(),
      readAnswer: (text, asked) => readAnswerValue(text, kindNow[asked.column] ?? 's', asked),
    })
    open = table
    for (const row of waiting) add(row, table)
    waiting = []
    return table
  }
  const sink = {
    row(members: Members, view: RowView): void {
      style ??= rowStyleOf(view.raw())
      const known = keys.names.length
      const columns = keys.columnsOf(members.keys, (member) => {
        repeated = true
        const message = `The key ${JSON.stringify(members.keys[member])} stands in the object before; both are kept, as columns of one name.`
        report({
          severity: 'warning',
          code: 'json-tabular/duplicate-key',
          message,
          place: view.place(member),
        })
      })
      const row = { columns, kinds: members.kinds, texts: members.texts }
      if (open === undefined) {
        const place = view.place()
        waiting.push({ ...row, place: () => place })
        return
      }
      livePlace ??= () => view.place()
      for (const name of keys.names.slice(known)) {
        const message = `The key ${JSON.stringify(name)} comes up here first; it is a column from here on.`
        report({ severity: 'info', code: 'json-tabular/late-key', message, place: livePlace() })
        placeNow = livePlace
        open.widen(name)
      }
      add({ ...row, place: livePlace }, open)
    },
  }
  const elements = elementReader(path, sink, report)
  const keptWith = (margins: Pick<Style, 'last' | 'after'>): object | undefined => {
    const difference = differenceOf({ ...compact, ...style, ...margins })
    const noted = kinds.take()
    const kept = {
      ...(Object.keys(difference).length > 0 && { style: difference }),
      ...(noted && { kinds: noted }),
      ...(repeated && { repeated }),
    }
    return Object.keys(kept).length > 0 ? kept : undefined
  }
  return {
    elements,
    segment() {
      if (open === undefined && waiting.length < segmentRows) return undefined
      const table = open ?? begin()
      if (table.waiting < segmentRows) return undefined
      return table.takeAllButLast(keptWith({ last: '', after: compact.after }))
    },
    rest() {
      if (!elements.opened) throw notAList(path)
      const empty = open === undefined && waiting.length === 0
      if (empty) {
        const message = 'The list has no rows, so its columns are not known.'
        report({ severity: 'warning', code: 'json-tabular/no-rows', message, place: placeNow() })
      }
      const { last, after } = elements.margins
      return (open ?? begin()).takeRest(keptWith({ last, after }))
    },
  }
}

function notAList(path: string): FormatError {
  const message = 'The file is no JSON_TABULAR: expected a list of objects, one for each row.'
  const place = { path, line: 1, column: 1, pointer: '' }
  return new FormatError({ severity: 'error', code: 'json-tabular/not-a-list', message, place })
}
