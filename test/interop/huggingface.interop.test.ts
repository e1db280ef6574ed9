import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { huggingface } from '../../packages/targets/huggingface/src/index.ts'
import { lines, marks, schema, textDocument } from './documents.ts'
import { type LoadedSplit, loadFolders } from './load-folders.ts'
import { hasPython } from './python.ts'
import { scan, table } from './tables.ts'
import { writeFolder } from './write-folder.ts'

const tokenLess = { row: 0, column: 0, text: '', tokens: new Uint32Array() }
const emptyFirst = textDocument('empty', { cells: [tokenLess] })
const marked = textDocument('marked', { annotations: marks })
const [text] = [lines.join('\n')]
const labelNames = schema.labelSets[0].labels.map(({ name }) => name)

/** Every folder is written first: one start of Python loads them all. */
const cases = {
  tokens: { documents: [emptyFirst, marked], options: {} },
  shards: { documents: [emptyFirst, marked], options: { shardRows: 1 } },
  groups: { documents: [emptyFirst, marked], options: { rowGroupRows: 1 } },
  allEmpty: { documents: [emptyFirst], options: {} },
  jsonLines: { documents: [emptyFirst, marked], options: { files: 'jsonl' } },
  jsonShards: { documents: [emptyFirst, marked], options: { files: 'jsonl', shardRows: 1 } },
  both: { documents: [emptyFirst, marked], options: { files: 'both', split: 'validation' } },
  spans: { documents: [marked], options: { task: 'spans' } },
  spanJson: { documents: [marked], options: { task: 'spans', files: 'jsonl' } },
  rows: { documents: table, options: {} },
  rowJson: { documents: table, options: { files: 'jsonl' } },
  documents: { documents: table, options: { task: 'documents' } },
  boxes: { documents: scan, options: {} },
  boxJson: { documents: scan, options: { files: 'jsonl' } },
  splits: {
    documents: [emptyFirst, marked],
    options: {},
    given: {
      notes: ['Chosen: "by hand" | twice'],
      labels: { text: ['Gone', ...labelNames], box: [], questions: new Map() },
      splits: {
        names: ['train', 'validation', 'test'],
        of: ({ id }: { readonly id: string }) => (id === 'marked' ? 'train' : 'test'),
      },
    },
  },
  disguised: { documents: [marked], options: { shardRows: 2 } },
} as const

type CaseName = keyof typeof cases

describe.skipIf(!hasPython)('huggingface × datasets', () => {
  const loaded = new Map<CaseName, Readonly<Record<string, LoadedSplit>>>()
  const split = (name: CaseName, wanted = 'train'): LoadedSplit => {
    const found = loaded.get(name)?.[wanted]
    if (found === undefined) throw new Error(`${name} has no split ${wanted}.`)
    return found
  }

  beforeAll(async () => {
    const names = Object.keys(cases) as CaseName[]
    const folders: string[] = []
    for (const name of names) {
      const { documents, options, ...more } = cases[name]
      const given = 'given' in more ? more.given : {}
      const format = huggingface.configure?.(options) ?? huggingface
      folders.push((await writeFolder(format, documents, given)).folder)
    }
    // Files that name guessing would take for other splits; the card must win.
    const disguised = folders[names.indexOf('disguised')] ?? ''
    await writeFile(join(disguised, 'test-plan.csv'), 'a,b\n1,2\n')
    await writeFile(join(disguised, 'data', 'validation.jsonl'), '{"a":1}\n')
    for (const [index, one] of (await loadFolders(folders)).entries()) {
      const name = names[index]
      if (name !== undefined) loaded.set(name, one)
    }
  })

  const tokenFeatures = {
    id: 'string',
    document: 'string',
    row: 'int32',
    tokens: ['string'],
    tags: [{ classes: ['O', ...labelNames.flatMap((name) => [`B-${name}`, `I-${name}`])] }],
  }
  const tokenRows = [
    { id: 'empty:0', document: 'empty.txt', row: 0, tokens: [], tags: [] },
    ...lines.map((line, row) => ({
      id: `marked:${row}`,
      document: 'marked.txt',
      row,
      tokens: line === '' ? [] : line.split(' '),
      tags: [[1, 0, 1, 0, 0, 3, 0], [0, 0, 0, 3, 4, 0], [1, 2, 0, 0], [0, 0, 0, 0], []][row],
    })),
  ]

  it.for(['tokens', 'shards', 'groups', 'jsonLines', 'jsonShards'] as const)(
    'loads %s without options, at once and streamed, with the types of the card',
    (name) => {
      expect(split(name)).toEqual({
        features: tokenFeatures,
        streamedFeatures: tokenFeatures,
        rows: tokenRows,
        streamed: tokenRows,
      })
    },
  )

  it('loads a data set whose lists are all empty with their types', () => {
    expect(split('allEmpty')).toMatchObject({
      features: tokenFeatures,
      rows: tokenRows.slice(0, 1),
    })
  })

  it('names the split as asked, and takes the Parquet files where there are both', () => {
    expect(Object.keys(loaded.get('both') ?? {})).toEqual(['validation'])
    expect(split('both', 'validation').rows).toEqual(tokenRows)
  })

  it('loads the splits that have rows, with class numbers that were fixed before', () => {
    expect(Object.keys(loaded.get('splits') ?? {})).toEqual(['train', 'test'])
    const fixed = ['O', ...['Gone', ...labelNames].flatMap((one) => [`B-${one}`, `I-${one}`])]
    const shifted = ({ tags }: { readonly tags: unknown }) =>
      (tags as readonly number[]).map((tag) => (tag === 0 ? 0 : tag + 2))
    expect(split('splits').features).toEqual({ ...tokenFeatures, tags: [{ classes: fixed }] })
    const expected = tokenRows.map((row) => ({ ...row, tags: shifted(row) }))
    expect(split('splits').rows).toEqual(expected.slice(1))
    expect(split('splits', 'test').rows).toEqual(expected.slice(0, 1))
    expect(split('splits', 'test').streamed).toEqual(expected.slice(0, 1))
  })

  it('is not misled by other files in the folder, trap 69', () => {
    expect(Object.keys(loaded.get('disguised') ?? {})).toEqual(['train'])
    expect(split('disguised').rows).toEqual(tokenRows.slice(1))
  })

  it.for(['spans', 'spanJson'] as const)('loads %s whose slices are the labeled text', (name) => {
    const { features, rows, streamed, slices } = split(name)
    expect(features).toEqual({
      id: 'string',
      document: 'string',
      text: 'string',
      spans: [{ fields: { start: 'int32', end: 'int32', label: 'string' } }],
    })
    expect(rows).toMatchObject([{ id: 'marked', document: 'marked.txt', text }])
    expect(streamed).toEqual(rows)
    // Cut by Python, which counts code points.
    expect(slices).toEqual([
      ['Zoë', 'Person'],
      ['Ahmad', 'Person'],
      ['Łódź', labelNames[1]],
      ['München 🇩🇪', labelNames[1]],
      ['שלום עולם', 'Person'],
    ])
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
    const { features, rows, streamed } = split(name)
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
    expect(split('documents').rows).toEqual([
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

  it.for(['boxes', 'boxJson'] as const)('loads %s with their categories', (name) => {
    const { features, rows, streamed } = split(name)
    expect(features.objects).toEqual([
      {
        fields: {
          bbox: ['float64'],
          category: { classes: ['Total', 'Größe 😀'] },
          polygon: ['float64'],
          caption: 'string',
          answers: 'string',
        },
      },
    ])
    expect(streamed).toEqual(rows)
    expect(rows.map(({ page, objects }) => [page, objects])).toEqual([
      [0, []],
      [
        1,
        [
          {
            bbox: [10, 20.5, 100, 39.5],
            category: 1,
            polygon: [10, 20.5, 110, 20.5, 110, 60, 10, 60],
            caption: 'Zoë 😀',
            answers: null,
          },
        ],
      ],
    ])
  })
})
