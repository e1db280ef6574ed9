import { describe, expect, it } from 'vitest'
import { answerOf, boxOf, documentOf } from './documents.ts'
import { fatesOf, jsonRows, parquetRows, textIn, written } from './written.ts'

const pages = [0, 1].map((index) => ({ index, width: 600, height: 800.5 }))
const options = { task: 'image-folder' } as const

const bill = documentOf({
  name: 'Łódź: bill.pdf',
  tasks: ['box'],
  cells: [],
  media: [{ type: 'pdf', pages }],
  annotations: [
    boxOf('b1', [1]),
    answerOf('d', 'day', { type: 'document' }, { type: 'moment', iso: '2026-01-02' }),
  ],
})

const photo = documentOf({
  id: 'd2',
  name: 'photo?.JPG',
  tasks: ['document'],
  cells: [],
  media: [{ type: 'image', url: 'https://example.org/signed', pages: [] }],
})

describe('the task image-folder', () => {
  it('writes metadata that names the images that will lie beside it, trap 85', async () => {
    const result = await written([bill, photo], options)
    expect([...result.files.keys()].sort()).toEqual([
      'README.md',
      'load.py',
      'train/00000/metadata.parquet',
    ])
    const shared = { document: 'Łódź: bill.pdf', width: 600, height: 800.5, Day: '2026-01-02' }
    expect(await parquetRows(result.files)).toMatchObject([
      { ...shared, id: 'd1:0', file_name: 'Łódź_ bill-1.png', page: 0, objects: [] },
      {
        ...shared,
        id: 'd1:1',
        file_name: 'Łódź_ bill-2.png',
        page: 1,
        objects: [{ bbox: [10, 20.5, 100, 39.5], category: 0 }],
      },
      { id: 'd2:0', file_name: 'photo_.JPG', page: 0, width: null, height: null, Day: null },
    ])
    expect(result.diagnostics).toMatchObject([
      { code: 'huggingface/image-renamed', severity: 'info' },
    ])
    expect(fatesOf(result)).toEqual([])
  })

  it('has a card whose types are those that the builder of image folders gives', async () => {
    const { files } = await written([bill], { ...options, files: 'jsonl' })
    const card = textIn(files, 'README.md')
    expect(card).toContain('path: "train/**"\n')
    expect(card).toContain('- name: "image"\n    dtype: image\n')
    expect(card).not.toContain('- name: "file_name"')
    expect(card).toContain('The images are not part of this folder.')
    expect(jsonRows(files)).toHaveLength(2)
    await expect(textIn(files, 'load.py')).toMatchFileSnapshot('../golden/image-folder/load.py')
  })

  it('begins a folder of its own for each file', async () => {
    const { files } = await written([bill, photo], { ...options, shardRows: 2 })
    expect([...files.keys()].filter((path) => path.startsWith('train/'))).toEqual([
      'train/00000/metadata.parquet',
      'train/00001/metadata.parquet',
    ])
  })

  it('refuses two kinds of metadata, which loading would refuse, trap 85', async () => {
    await expect(written([bill], { ...options, files: 'both' })).rejects.toThrow('parquet or jsonl')
  })

  it('keeps the name image for the image', async () => {
    const question = { id: 'q', text: 'Image', about: { type: 'document' }, type: 'text' } as const
    const schema = { labelSets: [], questions: [question] }
    const { files } = await written([{ ...photo, schema }], { ...options, files: 'jsonl' })
    expect(Object.keys(jsonRows(files)[0] ?? {}).at(-1)).toBe('Image (2)')
  })
})
