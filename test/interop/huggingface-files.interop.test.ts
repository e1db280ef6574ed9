import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { lines, marks, schema, textDocument } from './documents.ts'
import { type LoadedCases, loadCases } from './huggingface-cases.ts'
import { hasPython } from './python.ts'

const tokenLess = { row: 0, column: 0, text: '', tokens: new Uint32Array() }
const emptyFirst = textDocument('empty', { cells: [tokenLess] })
const marked = textDocument('marked', { annotations: marks })
const documents = [emptyFirst, marked]
const labelNames = schema.labelSets[0].labels.map(({ name }) => name)

const cases = {
  tokens: { documents },
  shards: { documents, options: { shardRows: 1 } },
  groups: { documents, options: { rowGroupRows: 1 } },
  jsonLines: { documents, options: { files: 'jsonl' } },
  jsonShards: { documents, options: { files: 'jsonl', shardRows: 1 } },
  allEmpty: { documents: [emptyFirst] },
  both: { documents, options: { files: 'both', split: 'validation' } },
  splits: {
    documents,
    given: {
      notes: ['Chosen: "by hand" | twice'],
      labels: { text: ['Gone', ...labelNames], box: [], questions: new Map() },
      splits: {
        names: ['train', 'validation', 'test'],
        of: ({ id }: { readonly id: string }) => (id === 'marked' ? 'train' : 'test'),
      },
    },
  },
  disguised: {
    documents: [marked],
    options: { shardRows: 2 },
    // Files that name guessing would take for other splits; the card must win.
    async disguise(folder: string) {
      await writeFile(join(folder, 'test-plan.csv'), 'a,b\n1,2\n')
      await writeFile(join(folder, 'data', 'validation.jsonl'), '{"a":1}\n')
    },
  },
} as const

const features = {
  id: 'string',
  document: 'string',
  row: 'int32',
  tokens: ['string'],
  tags: [{ classes: ['O', ...labelNames.flatMap((name) => [`B-${name}`, `I-${name}`])] }],
}

const rows = [
  { id: 'empty:0', document: 'empty.txt', row: 0, tokens: [], tags: [] },
  ...lines.map((line, row) => ({
    id: `marked:${row}`,
    document: 'marked.txt',
    row,
    tokens: line === '' ? [] : line.split(' '),
    tags: [[1, 0, 1, 0, 0, 3, 0], [0, 0, 0, 3, 4, 0], [1, 2, 0, 0], [0, 0, 0, 0], []][row],
  })),
]

describe.skipIf(!hasPython)('huggingface × datasets, files and splits', () => {
  let loaded: LoadedCases<keyof typeof cases>

  beforeAll(async () => {
    loaded = await loadCases(cases)
  })

  it.for(['tokens', 'shards', 'groups', 'jsonLines', 'jsonShards'] as const)(
    'loads %s without options, at once, streamed and by the script, with the types of the card',
    (name) => {
      expect(loaded.split(name)).toEqual({
        features,
        streamedFeatures: features,
        rows,
        streamed: rows,
        slices: [],
        sameByScript: true,
      })
    },
  )

  it('loads a data set whose lists are all empty with their types', () => {
    expect(loaded.split('allEmpty')).toMatchObject({ features, rows: rows.slice(0, 1) })
  })

  it('names the split as asked, and takes the Parquet files where there are both', () => {
    expect(Object.keys(loaded.folder('both'))).toEqual(['validation'])
    expect(loaded.split('both', 'validation').rows).toEqual(rows)
  })

  it('loads the splits that have rows, with class numbers that were fixed before', () => {
    expect(Object.keys(loaded.folder('splits'))).toEqual(['train', 'test'])
    const fixed = ['O', ...['Gone', ...labelNames].flatMap((one) => [`B-${one}`, `I-${one}`])]
    const shifted = ({ tags }: { readonly tags: unknown }) =>
      (tags as readonly number[]).map((tag) => (tag === 0 ? 0 : tag + 2))
    expect(loaded.split('splits').features).toEqual({ ...features, tags: [{ classes: fixed }] })
    const expected = rows.map((row) => ({ ...row, tags: shifted(row) }))
    expect(loaded.split('splits').rows).toEqual(expected.slice(1))
    expect(loaded.split('splits', 'test').rows).toEqual(expected.slice(0, 1))
    expect(loaded.split('splits', 'test').streamed).toEqual(expected.slice(0, 1))
  })

  it('is not misled by other files in the folder, trap 69', () => {
    expect(Object.keys(loaded.folder('disguised'))).toEqual(['train'])
    expect(loaded.split('disguised').rows).toEqual(rows.slice(1))
  })
})
