import { type LabeledDocument, unknownOrigin } from '@labelport/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { csvTable } from '../../packages/targets/csv-table/src/index.ts'
import { jsonl } from '../../packages/targets/jsonl/src/index.ts'
import { cell, lines, mark, marks, textDocument } from './documents.ts'
import { check, hasPython } from './python.ts'
import { scan, table } from './tables.ts'
import { writeFolder } from './write-folder.ts'

type Fields = Readonly<Record<string, unknown>>
type Tables = Readonly<Record<'labels' | 'cells' | 'documents', readonly Fields[]>>

interface Reading {
  readonly jsonl: {
    readonly pandas: readonly Fields[]
    readonly duckdb: readonly Fields[]
    readonly guessed: readonly Fields[]
    readonly slices: readonly (readonly (readonly [string, string, string])[])[]
    readonly counted: readonly (readonly [string, number])[]
  }
  readonly csv: {
    readonly pandas: Tables
    readonly duckdb: Tables
    readonly unguarded: readonly Fields[]
  }
}

/** Texts that readers of CSV and JSON have taken for something else. */
const odd = [
  'NA',
  'null',
  '',
  '007',
  '2026-01-02',
  '1e5',
  'True',
  '=1+1',
  "'=1",
  '-5',
  'a "quoted", text',
  'two\nlines',
  'two\r\nlines',
  '\r',
  ' blanks ',
  '\ufeffmark',
  'שלום',
  '👩‍👩‍👧',
]

const documents: readonly LabeledDocument[] = [
  textDocument('text', {
    annotations: [
      ...marks,
      {
        type: 'relation',
        id: 'r',
        labelSet: 'entities',
        from: '1',
        to: '2',
        origin: { by: 'labeler', user: { email: 'zoe@example.org' }, confidence: 0.5 },
      },
      { type: 'timestamp', id: 't', startMs: 1, endMs: 2.5, origin: unknownOrigin },
    ],
  }),
  textDocument('007', { cells: odd.map((text, row) => cell(row, text)), name: '007' }),
  textDocument('other', { annotations: [mark('1', 'l', 1, '👩‍👩‍👧')] }),
  ...table,
  ...scan,
]

const spans = [...marks, { label: 'l' }].map(({ label }) =>
  label === 'p' ? 'Person' : 'Place: "east" # side',
)
const quotes = ['Zoë', 'Ahmad', 'Łódź', 'München 🇩🇪', 'שלום עולם', '👩‍👩‍👧']

let reading: Reading
beforeAll(async () => {
  if (!hasPython) return
  const folders = [await writeFolder(jsonl, documents), await writeFolder(csvTable, documents)]
  // The script prints this shape; a mistake in it fails the first comparison.
  reading = (await check('read_tables.py', ...folders.map(({ folder }) => folder))) as Reading
})

describe.skipIf(!hasPython).each(['pandas', 'duckdb'] as const)('jsonl × %s', (consumer) => {
  it('has a row for each document, with its text as it was', () => {
    const rows = reading.jsonl[consumer]
    expect(rows.map(({ document }) => document)).toEqual(documents.map(({ name }) => name))
    expect(rows.map(({ text }) => text)).toEqual(
      documents.map(({ cells }) => cells.map(({ text }) => text).join('\n')),
    )
  })

  it('cuts the labeled texts out by their offsets', () => {
    const found = reading.jsonl.slices[consumer === 'pandas' ? 0 : 1]
    expect(found).toEqual(quotes.map((quote, index) => [quote, quote, spans[index]]))
  })

  it('has the statements of every kind', () => {
    const counts = (key: string) =>
      reading.jsonl[consumer].map((row) => (row[key] as readonly unknown[]).length)
    expect(counts('relations')).toEqual([1, 0, 0, 0, 0, 0])
    expect(counts('answers')).toEqual([0, 0, 0, 6, 0, 0])
    expect(counts('boxes')).toEqual([0, 0, 0, 0, 0, 1])
    const [first] = reading.jsonl[consumer]
    expect(first?.timestamps).toMatchObject([{ start_ms: 1, end_ms: 2.5 }])
    expect(first?.relations).toMatchObject([
      { from_id: '1', to_id: '2', confidence: 0.5, person: expect.stringMatching(/^person-/) },
    ])
    const answers = reading.jsonl[consumer][3]?.answers as readonly Fields[]
    expect(answers.map(({ values }) => values)).toEqual([
      ['calm'],
      ['new', 'own'],
      ['false'],
      ['6.5'],
      ['so', ''],
      ['2026-01-02'],
    ])
  })
})

describe.skipIf(!hasPython)('jsonl × duckdb without types', () => {
  it('reads the same lines without being told anything, and counts in SQL', () => {
    const found = reading.jsonl.guessed.map(({ document, spans: n }) => [document, Number(n)])
    expect(found).toEqual(
      documents.map(({ name, annotations }) => {
        return [name, annotations.filter(({ type }) => type === 'span').length]
      }),
    )
    expect(reading.jsonl.counted).toEqual([
      ['Person', 3],
      ['Place: "east" # side', 3],
    ])
  })
})

describe.skipIf(!hasPython).each(['pandas', 'duckdb'] as const)('csv-table × %s', (consumer) => {
  it('gives every text back, also those that look like something else', () => {
    const cells = reading.csv[consumer].cells
    const texts = (id: string) =>
      cells.filter(({ document_id }) => document_id === id).map(({ text }) => text)
    expect(texts('007')).toEqual(odd)
    expect(texts('text')).toEqual(lines)
    expect(cells[lines.length]?.document).toBe('007')
  })

  it('has a row for each label, and as many as the table of documents says', () => {
    const { labels, documents: rows } = reading.csv[consumer]
    const own = labels.filter(({ kind }) => kind === 'span')
    expect(own.map(({ quote, label }) => [quote, label])).toEqual(
      quotes.map((quote, index) => [quote, spans[index]]),
    )
    expect(rows.map(({ document }) => document)).toEqual(documents.map(({ name }) => name))
    const sum = (key: string) => rows.reduce((total, row) => total + Number(row[key]), 0)
    const count = (kind: string) => labels.filter((row) => row.kind === kind).length
    expect(sum('cells')).toBe(reading.csv[consumer].cells.length)
    for (const [kind, key] of [
      ['span', 'spans'],
      ['relation', 'relations'],
      ['answer', 'answers'],
      ['box', 'boxes'],
      ['timestamp', 'timestamps'],
    ] as const) {
      expect(sum(key), kind).toBe(count(kind))
    }
  })

  it('has numbers where numbers are, and values as they were answered', () => {
    const { labels } = reading.csv[consumer]
    const of = (kind: string) => labels.filter((row) => row.kind === kind)
    expect(of('box')).toMatchObject([{ page: 1, x_min: 10, y_min: 20.5, x_max: 110, y_max: 60 }])
    expect(of('timestamp')).toMatchObject([{ start_ms: 1, end_ms: 2.5 }])
    expect(of('relation')).toMatchObject([{ from_id: '1', to_id: '2', confidence: 0.5 }])
    expect(of('answer').map(({ value_json }) => JSON.parse(String(value_json)))).toEqual([
      ['c'],
      ['x', 'own'],
      false,
      6.5,
      ['so', ''],
      '2026-01-02',
    ])
    expect(labels.some(({ person }) => String(person).includes('@'))).toBe(false)
  })
})

describe.skipIf(!hasPython)('csv-table × spreadsheets', () => {
  it('shows formulas with the guard as long as nobody takes it off', () => {
    const own = reading.csv.unguarded.filter(({ document_id }) => document_id === '007')
    expect(own.map(({ text }) => text)).toEqual(
      odd.map((text) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)),
    )
  })
})

describe.skipIf(!hasPython)('jsonl and csv-table × their READMEs', () => {
  it('are loaded as the READMEs say', async () => {
    for (const format of [jsonl, csvTable]) {
      const { folder } = await writeFolder(format, documents)
      const readme = `packages/targets/${format.id}/README.md`
      const printed = String(await check('run_readme.py', readme, folder))
      expect(printed, format.id).toContain('Person')
    }
  })
})
