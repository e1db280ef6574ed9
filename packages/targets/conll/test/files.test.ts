import { cellOf, documentOf, spanOf } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { written } from './written.ts'

const two = [
  documentOf([['Zoë', 'met', '😀']], { annotations: [spanOf('s1', '0', [0, 0, 3])] }),
  documentOf([['שלום'], [], ['e\u0301lan', 'a b']], { id: 'd2', name: 'a.txt' }),
]

describe('files', () => {
  it('writes what the golden files say', async () => {
    const options = { columns: '4', docstart: 'conll2003', scheme: 'bioes', files: 'document' }
    const plain = await written(two)
    await expect(plain.files['train.conll']).toMatchFileSnapshot('../golden/train.conll')
    await expect(plain.files['escapes.json']).toMatchFileSnapshot('../golden/escapes.json')
    const { files } = await written(two, options)
    await expect(files['a.txt.conll']).toMatchFileSnapshot('../golden/conll2003.conll')
  })

  it('gives documents of equal names files of their own, trap 53', async () => {
    const { files } = await written(two, { files: 'document' })
    expect(Object.keys(files)).toEqual(['a.txt.conll', 'a.txt (2).conll', 'escapes.json'])
    expect(files['a.txt (2).conll']).toContain('שלום O\n\n')
  })

  it('gives each split a file, or a folder where documents have files, and names an empty one', async () => {
    const splits = {
      names: ['train', 'dev', 'test'],
      of: ({ id }: { readonly id: string }) => (id === 'd2' ? 'test' : 'train'),
    }
    const one = await written(two, {}, { splits })
    expect(Object.keys(one.files)).toEqual(['train.conll', 'test.conll', 'escapes.json'])
    expect(one.files['test.conll']).toContain('שלום O\n\n')
    expect(one.diagnostics.map(({ code }) => code)).toContain('conll/split-empty')
    const each = await written(two, { files: 'document' }, { splits })
    expect(Object.keys(each.files).slice(0, 2)).toEqual([
      'train/a.txt.conll',
      'test/a.txt (2).conll',
    ])
    expect(each.fates).toEqual(one.fates)
  })

  it('puts the segments of a document into one file', async () => {
    const segments = [0, 1, 2].map((index) => ({
      ...documentOf([], { cells: [cellOf(index, [`row${index}`])] }),
      segment: { index, last: index === 2 },
    }))
    const { files } = await written(segments, { files: 'document', docstart: 'conll2003' })
    expect(files).toEqual({
      'a.txt.conll': '-DOCSTART- -X- O O\n\nrow0 O\n\nrow1 O\n\nrow2 O\n\n',
    })
  })

  it('makes file names safe on every system, trap 54', async () => {
    const { files } = await written([documentOf([['a']], { name: 'CON' })], { files: 'document' })
    expect(Object.keys(files)).toEqual(['_CON.conll'])
    const split = await written([documentOf([['a']])], { split: '../up' })
    expect(Object.keys(split.files)).toEqual(['___up.conll'])
  })

  it('begins documents as readers of CoNLL-2003 expect, trap 23', async () => {
    const { files } = await written(two, { docstart: 'conll2003', columns: '4' })
    expect(files['train.conll']).toMatch(/^-DOCSTART- -X- O O\n\nZoë -X- -X- B-Person\n/)
    expect(files['train.conll']?.split('-DOCSTART- -X- O O\n\n')).toHaveLength(3)
    expect(files['train.conll']).not.toContain('\n\n\n')
  })

  it('puts tabs between columns when asked', async () => {
    const { files } = await written(two, { separator: 'tab' })
    expect(files['train.conll']).toMatch(/^Zoë\tB-Person\nmet\tO\n/)
  })

  it('counts rows without tokens and lost white space', async () => {
    const cell = { ...cellOf(0, ['a', 'b']), text: 'a b  ' }
    const { fates } = await written([documentOf([], { cells: [cell] }), ...two])
    expect(fates).toContain('cell changed conll/whitespace 1')
    expect(fates).toContain('cell dropped conll/empty-row 1')
  })

  it('never trains on an untouched upload, trap 32', async () => {
    const root = { ...two[0], cabinet: { role: 'root' } } as const
    const { files, fates, diagnostics } = await written([documentOf([['a']], root)])
    expect(files).toEqual({})
    expect(fates).toEqual(['cell dropped conll/root-copy 1', 'span dropped conll/root-copy 1'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['conll/root-copy', 'conll/no-documents'])
  })

  it('refuses options it does not know', async () => {
    await expect(written(two, { scheme: 'iob1' })).rejects.toThrow('one of iob2, bioes, biluo')
  })
})
