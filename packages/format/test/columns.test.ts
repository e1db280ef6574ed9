import { type LabeledDocument, TokenBuffer, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { tagColumns } from '../src/columns/tag-columns.ts'
import {
  type ColumnReading,
  type Diagnostic,
  type Draft,
  fieldNames,
  fileStart,
  memorySource,
  namedLabels,
  nameTrouble,
  openAccount,
  readColumns,
  spanPieces,
  tokenRows,
  writeColumns,
} from '../src/index.ts'

const wording = { severity: 'warning', message: 'Odd.' } as const

/** Every tag is a label of its one token; `?` is odd. */
const reading: ColumnReading<'label' | 'odd', 'question'> = {
  format: 'toy',
  parseTag: (text) => ({ kind: text === '?' ? 'odd' : 'label', name: text }),
  openLabels() {
    const drafts: Draft[] = []
    let row = 0
    return {
      drafts,
      joined: false,
      carrying: false,
      open: false,
      take({ kind, label }, _column, _first, start, end) {
        drafts.push({ label, row, start, endRow: row, end })
        return kind === 'odd' ? 'question' : undefined
      },
      closeFrom() {},
      endRow() {
        row += 1
      },
    }
  },
  oddities: {
    'missing-tag': undefined,
    'blank-for-tab': undefined,
    'empty-token': wording,
    'empty-row': wording,
    question: wording,
  },
}

async function read(text: string) {
  const diagnostics: Diagnostic[] = []
  const documents: LabeledDocument[] = []
  const report = (one: Diagnostic) => diagnostics.push(one)
  for await (const one of readColumns(memorySource('a.txt.tsv', text), { report }, reading)) {
    documents.push(one)
  }
  return { documents, diagnostics }
}

const schema = {
  labelSets: [
    { id: '0', appliesTo: 'text', labels: [{ id: 'p', name: 'Place' }] },
    { id: '1', appliesTo: 'text', labels: [{ id: 'q', name: 'Place' }] },
    { id: '2', appliesTo: 'box', labels: [{ id: 'b', name: 'Box' }] },
  ],
  questions: [],
} as const

describe('reading columns', () => {
  it('gives tokens, rows and labels by the rules of the format', async () => {
    const { documents, diagnostics } = await read('Zoé\tX\n🙂\n\nb\t?\n')
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([['toy/question', 4]])
    expect(documents).toHaveLength(1)
    const [{ name, cells, annotations } = { name: '', cells: [], annotations: [] }] = documents
    expect(name).toBe('a.txt')
    expect(cells.map(({ row, text, tokens }) => [row, text, [...(tokens ?? [])]])).toEqual([
      [0, 'Zoé 🙂', [0, 3, 4, 6]],
      [1, 'b', [0, 1]],
    ])
    expect(annotations).toMatchObject([
      { label: 'X', target: { cell: 0, start: 0, end: 3 } },
      { label: '?', target: { cell: 1, start: 0, end: 1 } },
    ])
  })

  it('tells an empty file, and nothing of what the format finds ordinary', async () => {
    expect((await read('')).diagnostics.map(({ code }) => code)).toEqual(['toy/empty-file'])
    expect((await read('a\n\n')).diagnostics).toEqual([])
  })
})

describe('names', () => {
  it('are looked up among known labels, and added where they are unknown', () => {
    const names = namedLabels(schema)
    expect([names.add('Place'), names.add('Box')]).toEqual(['ambiguous-label', 'unknown-label'])
    expect(names.named).toEqual([
      { labelSet: '0', label: 'p' },
      { labelSet: '3', label: 'Box' },
    ])
    expect(nameTrouble('Box', 'unknown-label')?.finding.message).toContain('"Box"')
    expect(nameTrouble('Box', 'fine')).toBeUndefined()
  })

  it('that do not lead back to their label are told', () => {
    const nameOf = fieldNames(schema)
    expect(nameOf('0', 'p')).toEqual({ name: 'Place', trouble: 'label-merged' })
    expect(nameOf('9', 'free')).toEqual({ name: 'free' })
    expect(nameOf('9', 'a\tb')).toEqual({ name: 'a b', trouble: 'label-name-changed' })
    const upper = fieldNames({ labelSets: [], questions: [] }, (name) => name.toUpperCase())
    expect(upper('0', 'x')).toEqual({ name: 'X', trouble: 'label-name-changed' })
  })
})

describe('writing columns', () => {
  it('gives the shorter of two labels that begin together the lower column', () => {
    const long = { start: 0, end: 3, name: 'long', continues: false }
    const short = { start: 0, end: 1, name: 'short', continues: false }
    const late = { start: 2, end: 3, name: 'late', continues: true }
    const { tags, placed } = tagColumns(3, [late, long, short], ({ name }, begins) =>
      begins ? name.toUpperCase() : name,
    )
    expect(tags).toEqual([
      ['SHORT', 'LONG'],
      ['O', 'long'],
      ['O', 'long', 'late'],
    ])
    expect(placed.map(({ piece, column }) => [piece.name, column])).toEqual([
      ['short', 0],
      ['long', 1],
      ['late', 2],
    ])
  })

  const buffer = new TokenBuffer()
  buffer.add(0, 1)
  buffer.add(3, 4)
  const tokens = buffer.take()
  const document: LabeledDocument = {
    id: 'd',
    name: 'd.txt',
    tasks: ['token'],
    cells: [
      { row: 0, column: 0, text: 'a  b', tokens },
      { row: 1, column: 0, text: 'gone', status: 'deleted' },
      { row: 2, column: 0, text: 'c d' },
    ],
    media: [],
    annotations: [
      {
        type: 'span',
        id: 's',
        labelSet: '0',
        label: 'p',
        target: { cell: 0, start: 3, endCell: 2, end: 1 },
        origin: unknownOrigin,
      },
    ],
    comments: [{ id: 'c', text: 'Hm.', about: { type: 'document' } }],
    schema: { ...schema, labelSets: schema.labelSets.slice(0, 1) },
  }

  it('lays labels on rows, and says what does not come out as it is', () => {
    const rows = tokenRows(document.cells)
    expect(rows.map(({ cell, texts, trouble }) => [cell, texts, trouble])).toEqual([
      [0, ['a', 'b'], 'white-space-changed'],
      [2, ['c', 'd'], 'cell-tokenized'],
    ])
    expect(tokenRows(document.cells, true)[0]?.trouble).toBeUndefined()
    const { pieces, troubles } = spanPieces(document, rows, fieldNames(document.schema))
    expect(pieces.flat().map(({ start, end, continues }) => [start, end, continues])).toEqual([
      [1, 2, false],
      [0, 1, true],
    ])
    expect([...troubles.values()]).toEqual(['span-shortened'])
  })

  it('balances the account', async () => {
    async function* stream() {
      yield document
    }
    const account = openAccount()
    account.receive({ cell: 3, span: 1, relation: 0, answer: 0, box: 0, timestamp: 0, comment: 1 })
    let text = ''
    const parts = writeColumns(
      stream(),
      { account, report: () => {} },
      {
        format: 'toy',
        tagOf: ({ name }) => name,
        follow: () => ({ take() {} }),
        reasons: { 'no-place': 'There is no place.' },
      },
    )
    for await (const part of parts) if ('chunk' in part) text += part.chunk
    expect(text).toBe('a\tO\nb\tPlace\n\nc\tPlace\nd\tO\n\n')
    expect(account.close('toy').entries.map(({ effect, code }) => [effect, code])).toEqual([
      ['changed', 'toy/cell-tokenized'],
      ['changed', 'toy/white-space-changed'],
      ['dropped', 'toy/cell-hidden'],
      ['dropped', 'toy/no-place'],
      ['changed', 'toy/span-shortened'],
    ])
  })
})

it('keeps a byte order mark that belongs to the text at the beginning of a file', () => {
  expect(fileStart('\ufeffa')).toBe('\ufeff\ufeffa')
  expect(fileStart('a')).toBe('a')
})
