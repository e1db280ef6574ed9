import { memorySource } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { openExport } from '../src/index.ts'
import { buildZip } from './support/build-zip.ts'
import { folder, opened, outline } from './support/collect.ts'
import { inMemory } from './support/outcome.ts'

const demo = {
  folder: 'Demo-QUJDREVGMTI',
  cabinets: {
    'review REVIEW': ['Demo-QUJDREVGMTI/REVIEW/a.txt.tsv'],
    'labeler DOCUMENT-ann_example_org': ['Demo-QUJDREVGMTI/DOCUMENT-ann_example_org/a.txt.tsv'],
    'root ROOT-own_example_org': ['Demo-QUJDREVGMTI/ROOT-own_example_org/a.txt.tsv'],
  },
  others: [],
}
const demoPaths = Object.values(demo.cabinets).flat()
const filled = (paths: readonly string[], prefix = '') =>
  Object.fromEntries(paths.map((path) => [prefix + path, 'x']))

describe('layouts', () => {
  it('finds the copies of a project in a zip', async () => {
    const bytes = buildZip([
      { name: 'Demo-QUJDREVGMTI/', content: '' },
      ...demoPaths.map((name) => ({ name, content: 'x' })),
    ])
    const { set, diagnostics } = await opened({ type: 'zip', name: 'x.zip', file: inMemory(bytes) })
    expect(outline(set)).toEqual([demo])
    expect(diagnostics).toEqual([])
  })

  it('finds a project one folder deeper, and several beside each other', async () => {
    const second = demoPaths.map((path) => path.replace('Demo-QUJDREVGMTI', 'Other-QUJDREVGMTM'))
    const { set } = await opened(folder('all', filled([...demoPaths, ...second], 'outer/inner/')))
    expect(set.projects.map((project) => [project.folder, project.project])).toEqual([
      ['Demo-QUJDREVGMTI', { id: 'QUJDREVGMTI', name: 'Demo' }],
      ['Other-QUJDREVGMTM', { id: 'QUJDREVGMTM', name: 'Other' }],
    ])
    expect(set.projects.map(({ cabinets }) => cabinets.length)).toEqual([3, 3])
  })

  it('takes a folder that is the project itself', async () => {
    const { set } = await opened(
      folder('Demo-QUJDREVGMTI', { 'REVIEW/a.json': '', 'project-data.json': '{}' }),
    )
    expect(outline(set)).toEqual([
      { folder: 'Demo-QUJDREVGMTI', cabinets: { 'review REVIEW': ['REVIEW/a.json'] }, others: [] },
    ])
  })

  it('takes files in no cabinet as documents of nobody in particular', async () => {
    const { set } = await opened(
      folder('loose', { 'P/x/a.json': '', 'P/x/b.json': '', 'c.json': '' }),
    )
    expect(outline(set)).toEqual([
      { folder: 'x', cabinets: { '-': ['P/x/a.json', 'P/x/b.json'] }, others: [] },
      { folder: 'loose', cabinets: { '-': ['c.json'] }, others: [] },
    ])
    expect(set.projects[0]?.cabinets[0]).not.toHaveProperty('cabinet')
  })

  it('does not take a project for a cabinet because of its title', async () => {
    const { set } = await opened(folder('x', { 'DOCUMENT-tests-QUJDREVGMTI/REVIEW/a.json': '' }))
    expect(set.projects[0]).toMatchObject({
      folder: 'DOCUMENT-tests-QUJDREVGMTI',
      project: { id: 'QUJDREVGMTI', name: 'DOCUMENT-tests' },
      cabinets: [{ cabinet: { role: 'review' } }],
    })
  })

  it('mixes zips, folders and single files', async () => {
    const zip = buildZip([{ name: 'REVIEW/a.json', content: '' }])
    const { set } = await opened(
      { type: 'zip', name: 'Demo-QUJDREVGMTI.zip', file: inMemory(zip) },
      folder('f', { 'REVIEW/b.json': '' }),
      { type: 'file', name: 'c.json', file: memorySource('c.json', '') },
    )
    expect(set.projects.map((project) => project.folder)).toEqual([
      'Demo-QUJDREVGMTI',
      'f',
      'c.json',
    ])
  })

  it('passes over what labelport remembers beside a data set in shards', async () => {
    const files = { '.labelport/shards.json': '{}', 'a.jsonl': 'x', 'b/.labelport/x': 'x' }
    const { set, diagnostics } = await opened(folder('data', files))
    expect(outline(set)).toEqual([{ folder: 'data', cabinets: { '-': ['a.jsonl'] }, others: [] }])
    expect(diagnostics).toEqual([])
  })

  it('sets droppings and unknown files aside and says so (trap 57)', async () => {
    const { set, diagnostics } = await opened(
      folder('Demo', {
        'REVIEW/a.json': '',
        'REVIEW/.DS_Store': '',
        'REVIEW/._a.json': '',
        '__MACOSX/REVIEW/._a.json': '',
        'notes.md': '',
      }),
    )
    expect(outline(set)).toEqual([
      {
        folder: 'Demo',
        cabinets: { 'review REVIEW': ['REVIEW/a.json'] },
        others: ['notes.md', 'REVIEW/.DS_Store', 'REVIEW/._a.json', '__MACOSX/REVIEW/._a.json'],
      },
    ])
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
      ['info', 'archive/dropping'],
      ['info', 'archive/stray-file'],
    ])
  })

  it('stops when the signal is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    const opening = openExport([folder('x', { a: '' })], { report: () => {}, signal })
    await expect(opening).rejects.toThrow('enough')
  })
})

describe('project-data.json', () => {
  const review = { 'Demo_-QUJDREVGMTI/REVIEW/a.json': '' }
  const withData = (data: string) =>
    opened(folder('x', { ...review, 'Demo_-QUJDREVGMTI/project-data.json': data }))

  it('tells title, tags and people, and keys that are missing or null are absent', async () => {
    const { set, diagnostics } = await withData(
      JSON.stringify({
        project: {
          id: 'QUJDREVGMTI',
          title: 'Demo!',
          tags: ['NER', null],
          more: 1,
          assignments: [
            {
              displayName: 'Ann Example',
              email: 'ann@example.org',
              role: 'LABELER',
              documentInfos: [{ name: 'a.txt', part: 0 }, { name: 'b.txt' }, { part: 1 }, null],
            },
            { displayName: null, email: 'rev@example.org', role: 'REVIEWER', documentInfos: null },
            null,
            { role: 'LABELER' },
          ],
        },
      }),
    )
    expect(diagnostics).toEqual([])
    expect(set.projects[0]?.project).toEqual({ id: 'QUJDREVGMTI', name: 'Demo!', tags: ['NER'] })
    expect(set.projects[0]?.people).toEqual([
      {
        user: { name: 'Ann Example', email: 'ann@example.org' },
        role: 'LABELER',
        documents: [
          { name: 'a.txt', part: 0 },
          { name: 'b.txt', part: 0 },
        ],
      },
      { user: { email: 'rev@example.org' }, role: 'REVIEWER' },
    ])
  })

  it.each(['[1]', 'null', '{"project":null}', '{"project":{"id":7,"assignments":{}}}'])(
    'that says %s says nothing',
    async (data) => {
      const { set, diagnostics } = await withData(data)
      expect(diagnostics).toEqual([])
      expect(set.projects[0]?.project).toEqual({ id: 'QUJDREVGMTI', name: 'Demo_' })
    },
  )

  it('that is not JSON is reported and the rest is there', async () => {
    const { set, diagnostics } = await withData('<html>')
    expect(diagnostics).toMatchObject([
      {
        severity: 'warning',
        code: 'archive/bad-project-data',
        place: { path: 'Demo_-QUJDREVGMTI/project-data.json' },
      },
    ])
    expect(set.projects[0]?.cabinets.length).toBe(1)
  })

  it('names the person of a folder, unless two become one name (trap 35)', async () => {
    const people = ['ann.b@example.org', 'ann_b@example.org', 'cy@example.org']
    const assignments = people.map((email) => ({ email, role: 'LABELER' }))
    const { set, diagnostics } = await opened(
      folder('x', {
        'DOCUMENT-ann_b_example_org/a.json': '',
        'DOCUMENT-cy_example_org/a.json': '',
        'DOCUMENT-dan_example_org/a.json': '',
        'project-data.json': JSON.stringify({ project: { assignments } }),
      }),
    )
    expect(set.projects[0]?.cabinets.map(({ cabinet }) => cabinet?.user)).toEqual([
      undefined,
      { email: 'cy@example.org' },
      undefined,
    ])
    expect(diagnostics).toMatchObject([
      { code: 'archive/ambiguous-person', place: { path: 'DOCUMENT-ann_b_example_org' } },
    ])
  })
})

describe('a project folder', () => {
  it.each([
    ['_Batch 1_ X - 2024-MWRmN2E1NzE', { id: 'MWRmN2E1NzE', name: '_Batch 1_ X - 2024' }],
    ['my-annotations', { name: 'my-annotations' }],
    ['2024-11-22', { name: '2024-11-22' }],
    ['plain', { name: 'plain' }],
  ])('named %s is read as %o', async (name, project) => {
    const { set } = await opened(folder('x', { [`${name}/REVIEW/a`]: '' }))
    expect(set.projects[0]?.project).toEqual(project)
  })
})
