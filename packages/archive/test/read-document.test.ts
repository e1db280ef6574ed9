import type { Format } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { lineFormat } from './support/line-format.ts'
import { readFolder, red } from './support/read-folder.ts'

describe('a document', () => {
  it('carries cabinet, person and project of the export', async () => {
    const project = {
      id: 'QUJDREVGMTI',
      title: 'Demo!',
      assignments: [{ email: 'a.b@example.org' }],
    }
    const { documents } = await readFolder({
      'Demo_-QUJDREVGMTI/project-data.json': JSON.stringify({ project }),
      'Demo_-QUJDREVGMTI/DOCUMENT-a_b_example_org/a.txt.tst': 'red',
    })
    expect(documents).toMatchObject([
      {
        name: 'a.txt',
        cabinet: {
          role: 'labeler',
          folder: 'DOCUMENT-a_b_example_org',
          user: { email: 'a.b@example.org' },
        },
        project: { id: 'QUJDREVGMTI', name: 'Demo!' },
      },
    ])
  })

  it('adds what its file knows: the real title, the name and id of the person', async () => {
    const inside = lineFormat('inside', {
      names: 'inside',
      sniff: () => 'certain',
      document: () => ({
        name: 'real.txt',
        project: { name: 'Demo!', completedAt: '2026-01-01' },
        cabinet: { role: 'review', user: { id: '7', email: 'ann@example.org' } },
      }),
    })
    const { documents, diagnostics } = await readFolder(
      { 'Demo_-QUJDREVGMTI/DOCUMENT-ann_example_org/r.json': '' },
      { formats: [inside] },
    )
    expect(diagnostics).toEqual([])
    expect(documents).toMatchObject([
      {
        name: 'real.txt',
        project: { id: 'QUJDREVGMTI', name: 'Demo!', completedAt: '2026-01-01' },
        cabinet: {
          role: 'labeler',
          folder: 'DOCUMENT-ann_example_org',
          user: { id: '7', email: 'ann@example.org' },
        },
      },
    ])
  })

  it('that names another labeler than its folder is believed, and reported once', async () => {
    const inside = lineFormat('inside', {
      names: 'appended',
      sniff: () => 'certain',
      document: () => ({ cabinet: { role: 'labeler', user: { email: 'bo@example.org' } } }),
    })
    const { documents, diagnostics } = await readFolder(
      { 'DOCUMENT-ann_example_org/a': '1', 'DOCUMENT-ann_example_org/b': '2' },
      { formats: [inside] },
    )
    expect(documents.map(({ cabinet }) => cabinet?.user?.email)).toEqual(
      Array.from({ length: 2 }, () => 'bo@example.org'),
    )
    expect(diagnostics.map(({ code }) => code)).toEqual(['archive/other-labeler'])
  })

  it('has an id of its own in its cabinet, whatever its file says', async () => {
    const same = lineFormat('same', {
      names: 'same',
      sniff: () => 'certain',
      document: (text) => ({ id: text === 'none' ? '' : 'one' }),
    })
    const { documents } = await readFolder(
      { 'REVIEW/a': '1', 'REVIEW/b': '2', 'REVIEW/c': 'none', 'ROOT-x/a': '1' },
      { formats: [same] },
    )
    expect(documents.map(({ id }) => id)).toEqual(['one', 'REVIEW/b', 'REVIEW/c', 'one'])
  })

  it('in segments keeps one id', async () => {
    const long: Format = {
      ...red,
      reader: {
        yields: 'many',
        names: 'same',
        sniff: () => 'certain',
        async *read(source, context) {
          const reader = red.reader
          for (const index of [0, 1, 2]) {
            const segment = { index, last: index === 2 }
            for await (const part of reader?.read(source, context) ?? []) {
              yield { ...part, id: 'one', segment }
            }
          }
        },
      },
    }
    const { documents } = await readFolder(
      { 'REVIEW/a': '1', 'REVIEW/b': '2' },
      { formats: [long] },
    )
    expect(documents.map(({ id }) => id)).toEqual([
      ...['one', 'one', 'one'],
      ...['REVIEW/b', 'REVIEW/b', 'REVIEW/b'],
    ])
  })

  it('finds other files of its project', async () => {
    const { documents } = await readFolder({
      'P/REVIEW/a': 'red\nsibling ../media/a.txt',
      'P/media/a.txt': 'words',
    })
    expect(documents[0]?.cells[0]?.text).toBe('P/media/a.txt')
  })
})
