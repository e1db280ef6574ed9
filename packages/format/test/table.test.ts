import {
  type Annotation,
  emptySchema,
  type LabeledDocument,
  type LabelSchema,
  unknownOrigin,
} from '@labelport/model'
import { describe, expect, it } from 'vitest'
import {
  answerColumnsOf,
  type Diagnostic,
  delimitedTable,
  noAnswerColumns,
  openAccount,
  openFates,
  openTable,
  recordsOf,
  tableLayoutOf,
  tableReasons,
  textFields,
} from '../src/index.ts'

const schema: LabelSchema = {
  labelSets: [],
  questions: [{ id: 'q', text: 'Stars', about: { type: 'row' }, type: 'slider' }],
}

function opened(names: readonly string[], options = noAnswerColumns, given?: LabelSchema) {
  const diagnostics: Diagnostic[] = []
  const table = openTable(names, {
    format: 'toy',
    path: 'a.toy',
    context: { documentName: 'a', ...(given && { schema: given }) },
    options,
    report: (one) => {
      diagnostics.push(one)
    },
    placeOf: (column) => ({ path: 'a.toy', line: 1, ...(column !== undefined && { column }) }),
  })
  return { table, diagnostics }
}

describe('a table that is read', () => {
  it('keeps answers apart from cells, so that labels do not leak into the text', () => {
    const { table } = opened(['Text', 'Stars'], noAnswerColumns, schema)
    table.add(['a', '4.50'])
    const { cells, annotations, columns } = table.takeRest()
    expect(cells).toEqual([{ row: 0, column: 0, text: 'a' }])
    expect(annotations).toMatchObject([
      { question: 'q', value: { number: 4.5 }, extra: { toy: { text: '4.50' } } },
    ])
    expect(columns).toEqual([{ name: 'Text' }, { name: 'Stars', role: 'answer' }])
  })

  it('has no cell where a field is undefined, but a cell in every row', () => {
    const { table } = opened(['a', 'b'])
    table.add([undefined, 'x'])
    table.add([])
    expect(table.takeRest().cells).toEqual([
      { row: 0, column: 1, text: 'x' },
      { row: 1, column: 0, text: '' },
    ])
  })

  it('tells what it finds under the id of the format, and each finding once', () => {
    const { table, diagnostics } = opened(['a'], answerColumnsOf({ answers: ['Late'] }))
    table.widen('b')
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'toy/no-such-column',
      'toy/no-answer-columns',
      'toy/no-such-column',
      'toy/no-answer-columns',
    ])
    table.widen('Late')
    expect(table.holdsAnswers(2)).toBe(true)
    expect(diagnostics).toHaveLength(4)
  })

  it('counts rows on through its segments and leaves something for the last', () => {
    const { table } = opened(['a'])
    for (const text of ['x', 'y', 'z']) table.add([text])
    const first = table.takeAllButLast({ kept: 1 })
    const last = table.takeRest()
    expect(first).toMatchObject({ segment: { index: 0, last: false }, extra: { toy: { kept: 1 } } })
    expect(first.cells.map(({ row }) => row)).toEqual([0, 1])
    expect(last.segment).toEqual({ index: 1, last: true })
    expect(last.cells).toEqual([{ row: 2, column: 0, text: 'z' }])
  })

  it('made of lines tells lines of another length and empty ones: trap 39', () => {
    const codes: string[] = []
    const table = delimitedTable({
      format: 'toy',
      path: 'a.toy',
      context: {},
      options: noAnswerColumns,
      report: ({ code, place }) => {
        codes.push(`${code} ${place?.line}`)
      },
    })
    for (const [at, fields] of [['a', 'b'], ['1'], [''], ['1', '2']].entries()) {
      table.record(fields, { line: at + 1, lineEnd: '\n', raw: () => '' })
    }
    expect(codes).toEqual(['toy/no-answer-columns 1', 'toy/ragged-row 2', 'toy/blank-line 3'])
    expect(table.open?.takeRest().cells).toHaveLength(3)
  })
})

describe('a table that is written', () => {
  const document: LabeledDocument = {
    id: 'd',
    name: 'd',
    tasks: ['row'],
    cells: [
      { row: 0, column: 0, text: 'a' },
      { row: 0, column: 0, text: 'again' },
      { row: 1, column: 0, text: 'b', status: 'hidden' },
      { row: 2, column: 0, text: 'c' },
    ],
    columns: [{ name: 'Text' }],
    media: [],
    annotations: [answer('1', 0), answer('2', 0), answer('3', 1)],
    comments: [],
    schema,
  }

  function answer(id: string, row: number): Annotation {
    const about = { type: 'row', row } as const
    const value = { type: 'number', number: 4 } as const
    return { type: 'answer', id, question: 'q', about, value, origin: unknownOrigin }
  }

  it('has a column for each answered question, and the account tells the rest', () => {
    const account = openAccount()
    account.receive({ cell: 4, span: 0, relation: 0, answer: 3, box: 0, timestamp: 0, comment: 0 })
    const fates = openFates('toy', tableReasons, account, document)
    const layout = tableLayoutOf(document)
    const fields = textFields('toy', (text) => text)
    expect(layout.names).toEqual(['Text', 'Stars'])
    expect(recordsOf(document, layout, fields, fates, undefined)).toEqual([
      ['a', '4'],
      ['c', undefined],
    ])
    fates.close()
    expect(account.close('toy').entries.map(({ code, count }) => [code, count])).toEqual([
      ['toy/answer-repeated', 1],
      ['toy/answer-without-row', 1],
      ['toy/cell-collides', 1],
      ['toy/cell-hidden', 1],
    ])
  })

  it('may put something else in the place of a field, and the account says so', () => {
    const account = openAccount()
    const one = {
      ...document,
      cells: document.cells.slice(0, 1),
      annotations: [],
      schema: emptySchema,
    }
    const fates = openFates('toy', { ...tableReasons, loud: 'It is loud.' }, account, one)
    const fields = textFields('toy', (text) => ({
      text: text.toUpperCase(),
      changed: 'loud' as const,
    }))
    expect(recordsOf(one, tableLayoutOf(one), fields, fates, '')).toEqual([['A']])
    fates.close()
    account.receive({ cell: 1, span: 0, relation: 0, answer: 0, box: 0, timestamp: 0, comment: 0 })
    expect(account.close('toy').entries).toMatchObject([{ code: 'toy/loud', effect: 'changed' }])
  })
})
