import { describe, expect, it } from 'vitest'
import { bare, boxOf, cellOf, documentOf, spanOf } from './documents.ts'
import { jsonRows, parquetRows, textIn, written } from './written.ts'

const many = Array.from({ length: 5 }, (_, index) => {
  return documentOf({ id: `d${index}`, annotations: [spanOf('s', 'p', [0, 0, 3])] })
})

describe('the folder', () => {
  it('holds what the golden files say', async () => {
    const cabinet = { role: 'review', user: { email: 'zoe@example.org', name: 'Zoë Z' } } as const
    const annotations = [
      spanOf('s1', 'p', [0, 0, 3]),
      spanOf('s2', 'l', [0, 14, 18], { origin: { by: 'conflict' } }),
    ]
    const { files } = await written([documentOf({ cabinet, annotations })], { files: 'jsonl' })
    await expect(textIn(files, 'README.md')).toMatchFileSnapshot('../golden/README.md')
    const data = 'data/train-00000-of-00001.jsonl'
    await expect(textIn(files, data)).toMatchFileSnapshot('../golden/train.jsonl')
    expect([...files.keys()].sort()).toEqual(['README.md', data, 'load.py'])
    await expect(textIn(files, 'load.py')).toMatchFileSnapshot('../golden/load.py')
  })

  it('cuts rows into files and row groups of bounded size, trap 90', async () => {
    const { files } = await written(many, { files: 'both', shardRows: 4, rowGroupRows: 3 })
    const names = [...files.keys()].filter((path) => path.startsWith('data/'))
    expect(names).toEqual([
      ...[0, 1, 2, 3].map((index) => `data/train-0000${index}-of-00004.parquet`),
      ...[0, 1, 2, 3].map((index) => `data/train-0000${index}-of-00004.jsonl`),
    ])
    expect(await parquetRows(files)).toEqual(jsonRows(files))
    expect(jsonRows(files)).toHaveLength(15)
    expect(textIn(files, 'README.md')).toContain('num_examples: 15\n')
  })

  it('ends a file that has reached its size, whatever the number of rows', async () => {
    const sized = { task: 'spans', shardBytes: 1, rowGroupRows: 2 }
    const { files } = await written(many, { ...sized, files: 'parquet' })
    const rows = (await parquetRows(files)).map(({ id }) => id)
    expect(rows).toEqual(['d0', 'd1', 'd2', 'd3', 'd4'])
    expect([...files.keys()].filter((path) => path.startsWith('data/'))).toHaveLength(3)
    const long = many.map((one) => ({ ...one, cells: [cellOf(0, 'x'.repeat(600_000))] }))
    const lines = await written(long, { ...sized, files: 'jsonl' })
    expect(jsonRows(lines.files)).toHaveLength(5)
    const names = [...lines.files.keys()].filter((path) => path.startsWith('data/'))
    expect(names.length).toBeGreaterThan(1)
  })

  it('types lists also where all of them are empty, traps 47 and 83', async () => {
    const empty = documentOf({
      cells: [{ row: 0, column: 0, text: '', tokens: new Uint32Array() }],
    })
    const { files } = await written([empty])
    expect(await parquetRows(files)).toMatchObject([{ tokens: [], tags: [] }])
  })

  it('names split and files in the card, never leaving them to guessing, traps 69 and 84', async () => {
    const { files } = await written(many, { split: 'test', files: 'both' })
    expect(textIn(files, 'README.md')).toContain(
      'data_files:\n  - split: "test"\n    path: "data/test-*.parquet"\n',
    )
    await expect(written(many, { split: 'my split' })).rejects.toThrow('letters, digits')
  })

  it('never trains on an untouched upload, trap 32', async () => {
    const root = documentOf({ cabinet: { role: 'root' }, annotations: [boxOf('b', [0])] })
    const { ledger, diagnostics, files } = await written([root, ...many])
    expect(ledger.entries.map(({ type, code, count }) => [type, code, count])).toEqual([
      ['box', 'huggingface/root-copy', 1],
      ['cell', 'huggingface/root-copy', 3],
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual(['huggingface/root-copy'])
    expect(await parquetRows(files)).toHaveLength(15)
  })

  it('says so when there is nothing to train on', async () => {
    const { files, diagnostics } = await written([], { files: 'both' })
    expect(diagnostics.map(({ code }) => code)).toEqual(['huggingface/no-rows'])
    expect(await parquetRows(files)).toEqual([])
    expect(textIn(files, 'README.md')).toContain('num_examples: 0\n')
  })

  it('lets no name break the card', async () => {
    const name = 'a|b\u2028---\n\u0085# "x" \\'
    const labelSets = [{ id: 'text', appliesTo: 'text', labels: [{ id: 'p', name }] }] as const
    const { files } = await written([documentOf({ schema: { ...bare, labelSets } })])
    const card = textIn(files, 'README.md')
    expect(card).toContain(`'1': "B-a|b\\u2028---\\n\\u0085# \\"x\\" \\\\"\n`)
    expect(card).toContain('| a\\|b --- # "x" \\ | 0 |\n')
  })

  it('never tells who labeled', async () => {
    const user = { id: '17', name: 'Zoë Z', email: 'zoe@example.org' }
    const documents = [
      documentOf({
        cabinet: { role: 'labeler', user, folder: 'DOCUMENT-zoe_example_org' },
        annotations: [
          spanOf('s', 'p', [0, 0, 3], { origin: { by: 'labeler', user, judge: user } }),
        ],
        comments: [{ id: 'c', text: 'hm', about: { type: 'document' }, by: user }],
      }),
    ]
    const { files } = await written(documents, { files: 'both' })
    for (const bytes of files.values()) {
      expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(
        /zoe_?@?example|Zoë Z|Zo\u00c3\u00ab Z/,
      )
    }
  })
})
