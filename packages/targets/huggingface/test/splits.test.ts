import type { Splits } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { documentOf, spanOf } from './documents.ts'
import { cardClasses, fatesOf, jsonRows, textIn, written } from './written.ts'

const documents = ['a', 'b', 'c'].map((id) =>
  documentOf({ id, annotations: [spanOf('s', 'p', [0, 0, 3])] }),
)

const splits: Splits = {
  names: ['train', 'validation', 'test'],
  of: ({ id }) => (id === 'b' ? 'test' : 'train'),
}

const notes = ['Chosen by a vote.', 'Line one\nand a | bar.']
const labels = { text: ['Gone', 'Person'], box: [], questions: new Map() }

describe('splits', () => {
  it('get files of their own and one card, as the golden file says', async () => {
    const { files, diagnostics } = await written(documents, { files: 'jsonl' }, { splits, notes })
    expect([...files.keys()].sort()).toEqual([
      'README.md',
      'data/test-00000-of-00001.jsonl',
      'data/train-00000-of-00001.jsonl',
      'load.py',
    ])
    await expect(textIn(files, 'README.md')).toMatchFileSnapshot('../golden/splits/README.md')
    expect(textIn(files, 'data/test-00000-of-00001.jsonl')).toContain('"id":"b:0"')
    expect(diagnostics.map(({ code }) => code)).toEqual(['huggingface/split-empty'])
  })

  it('hold all rows once, whatever the size of the files', async () => {
    const whole = await written(documents, { files: 'jsonl' })
    const parts = await written(documents, { files: 'jsonl', shardRows: 1 }, { splits })
    const ids = ({ files }: typeof whole) =>
      jsonRows(files)
        .map(({ id }) => id)
        .sort()
    expect(ids(parts)).toEqual(ids(whole))
    expect(fatesOf(parts)).toEqual(fatesOf(whole))
  })

  it('make one empty file when there is nothing at all', async () => {
    const { files, diagnostics } = await written([], {}, { splits })
    expect([...files.keys()].sort()).toEqual([
      'README.md',
      'data/train-00000-of-00001.parquet',
      'load.py',
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual(['huggingface/no-rows'])
  })

  it('are refused under names that loading refuses', async () => {
    const odd = { names: ['a b'], of: () => 'a b' }
    await expect(written(documents, {}, { splits: odd })).rejects.toThrow(/"split"/)
  })
})

describe('locked class numbers', () => {
  it('come first and in their order, also for classes nobody uses any more', async () => {
    const { files } = await written(documents, {}, { labels })
    expect(cardClasses(files).get('tags')?.slice(0, 5)).toEqual([
      'O',
      'B-Gone',
      'I-Gone',
      'B-Person',
      'I-Person',
    ])
    expect(textIn(files, 'README.md')).toContain('label lock')
  })
})
