import { documentOf } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { bill, story, table, talk, turns } from './kinds.ts'
import { readTasks } from './read-tasks.ts'
import { written } from './written.ts'

describe('files', () => {
  it('are what the golden files say, for every kind of task', async () => {
    const { files, fates, diagnostics } = await written([story, turns, table, bill, talk])
    for (const [path, content] of Object.entries(files)) {
      await expect(content).toMatchFileSnapshot(`../golden/${path}`)
    }
    expect(Object.keys(files).sort()).toEqual(
      ['audio', 'conversation', 'image', 'table', 'text'].flatMap((kind) => [
        `${kind}/labeling-config.xml`,
        `${kind}/tasks.json`,
      ]),
    )
    const told = [...fates, ...diagnostics.map(({ code, message }) => `${code} ${message}`)]
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('../golden/told.txt')
  })

  it('are one for each split of a kind, and name a split without documents', async () => {
    const splits = {
      names: ['train', 'dev', 'test'],
      of: ({ id }: { readonly id: string }) => (id === 'd2' ? 'test' : 'train'),
    }
    const two = [story, { ...story, id: 'd2' }]
    const { files, diagnostics } = await written(two, {}, { splits })
    expect(Object.keys(files)).toEqual([
      'text/train.json',
      'text/test.json',
      'text/labeling-config.xml',
    ])
    expect(readTasks(files['text/test.json'] ?? '').map(({ id }) => id)).toEqual([2])
    expect(diagnostics.map(({ code }) => code)).toEqual(['label-studio/split-empty'])
  })

  it('are none for an untouched upload, trap 32', async () => {
    const root = documentOf([['a']], { cabinet: { role: 'root' } })
    const { files, fates, diagnostics } = await written([root])
    expect(files).toEqual({})
    expect(fates).toEqual(['cell dropped label-studio/root-copy 1'])
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'label-studio/root-copy',
      'label-studio/no-documents',
    ])
  })

  it('hold no half of a character, which Python could not write again', async () => {
    const cell = { row: 0, column: 0, text: 'a \ud83d' }
    const { files, fates } = await written([documentOf([], { name: '\udc00.txt', cells: [cell] })])
    expect(files['text/tasks.json']).toContain('"text":"a \ufffd"')
    expect(files['text/tasks.json']).not.toMatch(/\\u[dD]/)
    expect(fates).toEqual(['cell changed label-studio/cell-respelled 1'])
  })

  it('name images as they are expected below a root', async () => {
    const image = (id: string): LabeledDocument => ({
      ...bill,
      id,
      name: 'a.jpg',
      media: [
        { type: 'image', url: 'https://example.org/x', pages: [{ index: 0, width: 9, height: 9 }] },
      ],
      annotations: [],
    })
    const pagesOf = async (options: Readonly<Record<string, string>>) => {
      const { files, diagnostics } = await written([image('1'), image('2')], options)
      const tasks = readTasks(files['image/tasks.json'] ?? '')
      return [...tasks.map(({ data }) => data.pages), diagnostics.map(({ code }) => code)]
    }
    expect(await pagesOf({})).toEqual([['https://example.org/x'], ['https://example.org/x'], []])
    expect(await pagesOf({ 'media-root': '/data/local-files/?d=x/' })).toEqual([
      ['/data/local-files/?d=x/a.jpg'],
      ['/data/local-files/?d=x/a (2).jpg'],
      ['label-studio/image-renamed'],
    ])
  })
})
