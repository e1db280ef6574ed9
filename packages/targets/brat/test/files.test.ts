import { documentOf, spanOf } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { story } from './story.ts'
import { written } from './written.ts'

describe('files', () => {
  it('are what the golden files say', async () => {
    const { files, fates } = await written([story])
    const text = Object.entries(files).map(([path, content]) => `=== ${path}\n${content}`)
    const whole = [...text, `=== fates\n${fates.join('\n')}\n`].join('')
    await expect(whole).toMatchFileSnapshot('../golden/story.txt')
  })

  it('give documents of equal names texts of their own, trap 53', async () => {
    const { files } = await written([story, { ...story, id: 'd2' }])
    expect(Object.keys(files)).toEqual([
      'a.txt',
      'a.ann',
      'a (2).txt',
      'a (2).ann',
      'annotation.conf',
      'visual.conf',
    ])
  })

  it('lie in a folder for each split, below one configuration, and name an empty split', async () => {
    const splits = {
      names: ['train', 'dev', 'test'],
      of: ({ id }: { readonly id: string }) => (id === 'd2' ? 'test' : 'train'),
    }
    const two = [story, { ...story, id: 'd2', name: 'b.json' }]
    const { files, diagnostics } = await written(two, {}, { splits })
    expect(Object.keys(files)).toEqual([
      'train/a.txt',
      'train/a.ann',
      'test/b.json.txt',
      'test/b.json.ann',
      'annotation.conf',
      'visual.conf',
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual(['brat/split-empty'])
  })

  it('are none for an untouched upload, trap 32', async () => {
    const { files, fates, diagnostics } = await written([
      documentOf([['a']], { cabinet: { role: 'root' } }),
    ])
    expect(files).toEqual({})
    expect(fates).toEqual(['cell dropped brat/root-copy 1'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['brat/root-copy', 'brat/no-documents'])
  })

  it('hold no carriage return, which Python would take for a line end and move offsets', async () => {
    const { files, fates } = await written([
      documentOf([], {
        cells: [{ row: 0, column: 0, text: 'a\r\nb \ud83d c\r' }],
        annotations: [spanOf('s1', '0', [0, 0, 4])],
      }),
    ])
    expect(files['a.txt']).toBe('a \nb \ufffd c \n')
    expect(files['a.ann']).toBe('T1\tPerson 0 2;3 4\ta  b\n')
    expect(fates).toEqual(['cell changed brat/cell-respelled 1'])
  })
})
