import { beforeAll, describe, expect, it } from 'vitest'
import { type LoadedCases, loadCases } from './huggingface-cases.ts'
import { hasPython } from './python.ts'
import { mails, table } from './tables.ts'

const cases = {
  rows: { documents: table },
  rowJson: { documents: table, options: { files: 'jsonl' } },
  documents: { documents: table, options: { task: 'documents' } },
  classes: { documents: mails },
  classJson: { documents: mails, options: { files: 'jsonl' } },
} as const

describe.skipIf(!hasPython)('huggingface × datasets, tables and documents', () => {
  let loaded: LoadedCases<keyof typeof cases>

  beforeAll(async () => {
    loaded = await loadCases(cases)
  })

  const answered = {
    Mood: 1,
    Tags: [0, 1],
    'Sure?': false,
    Grade: 6.5,
    Why: ['so', ''],
  }
  const unanswered = { Mood: null, Tags: null, 'Sure?': null, Grade: null, Why: null }
  const tableRows = [
    {
      id: 't1:0',
      document: 't1.csv',
      row: 0,
      Review: 'Good 😀',
      Stars: '007',
      ...answered,
      New: null,
    },
    {
      id: 't1:1',
      document: 't1.csv',
      row: 1,
      Review: 'שלום',
      Stars: '1e5',
      ...unanswered,
      New: null,
    },
    {
      id: 't2:0',
      document: 't2.csv',
      row: 0,
      Review: '',
      Stars: 'true',
      ...unanswered,
      New: '2026-01-02',
    },
  ]

  it.for(['rows', 'rowJson'] as const)('loads %s with texts as texts and answers typed', (name) => {
    const { features, rows, streamed } = loaded.split(name)
    expect(features).toEqual({
      id: 'string',
      document: 'string',
      row: 'int32',
      Review: 'string',
      Stars: 'string',
      Mood: { classes: ['glad', 'calm'] },
      Tags: [{ classes: ['new', 'own'] }],
      'Sure?': 'bool',
      Grade: 'float64',
      Why: ['string'],
      New: 'string',
    })
    expect(streamed).toEqual(rows)
    // What the code date-like warns of: nothing in a JSON file can keep pyarrow from this.
    const New = name === 'rowJson' ? '2026-01-02 00:00:00' : '2026-01-02'
    expect(rows).toEqual(tableRows.map((row) => (row.New === null ? row : { ...row, New })))
  })

  it('loads documents', () => {
    expect(loaded.split('documents').rows).toEqual([
      {
        id: 't1',
        document: 't1.csv',
        media: null,
        text: 'Good 😀\n007\nשלום\n1e5',
        Day: '2026-01-02',
      },
      { id: 't2', document: 't2.csv', media: null, text: '\ntrue\n2026-01-02', Day: null },
    ])
  })

  it.for(['classes', 'classJson'] as const)(
    'loads %s of whole texts, one of them and several, with their names',
    (name) => {
      const split = loaded.split(name)
      const features = {
        id: 'string',
        document: 'string',
        media: 'string',
        text: 'string',
        Kind: { classes: ['complaint', 'praise 😀', 'never'] },
        Topics: [{ classes: ['price', 'Größe'] }],
      }
      expect(split.features).toEqual(features)
      expect(split.streamedFeatures).toEqual(features)
      const file = { media: null }
      expect(split.rows).toEqual([
        { ...file, id: 'm1', document: 'm1.txt', text: 'שלום 😀', Kind: 1, Topics: [1, 0] },
        { ...file, id: 'm2', document: 'm2.txt', text: 'e\u0301lan\n', Kind: 0, Topics: [] },
        { ...file, id: 'm3', document: 'm3.txt', text: '', Kind: null, Topics: null },
      ])
      expect(split.streamed).toEqual(split.rows)
      expect(split.sameByScript).toBe(true)
    },
  )
})
