import { type Diagnostic, type Format, memorySource } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { openExport, type ReadExportOptions, type ReadProgress, readExport } from '../src/index.ts'
import { buildZip } from './support/build-zip.ts'
import { all, folder, opened } from './support/collect.ts'
import { lineFormat } from './support/line-format.ts'
import { inMemory } from './support/outcome.ts'

const begins = (word: string, sure: 'certain' | 'likely') => (text: string) =>
  text.startsWith(word) ? sure : text.startsWith('?') ? 'possible' : 'no'
const red = lineFormat('red', { names: 'appended', sniff: begins('red', 'certain') })
const blue = lineFormat('blue', { names: 'appended', sniff: begins('blue', 'likely') })

async function read(
  files: Readonly<Record<string, string>>,
  options: Partial<ReadExportOptions> & { readonly formats?: readonly Format[] } = {},
) {
  const { set } = await opened(folder('x', files))
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const documents = await all(readExport(set, { formats: [red, blue], report, ...options }))
  return { documents, diagnostics }
}

describe('detection', () => {
  it('tells the format of a project from several files, so a doubtful one is no trouble', async () => {
    const { documents, diagnostics } = await read({ 'REVIEW/a.tst': '?', 'REVIEW/b.tst': 'red' })
    expect(documents.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(diagnostics).toEqual([])
  })

  it('tells the format of a file on its own where the usual one says no', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`REVIEW/${n + 10}`, 'red']),
    )
    const { documents, diagnostics } = await read({ ...files, 'REVIEW/11': 'blue' })
    expect(documents.length).toBe(40)
    expect(diagnostics).toEqual([])
  })

  it('reports files of no format and of several with the reasons, and reads the rest', async () => {
    const { documents, diagnostics } = await read({
      'P1/REVIEW/a': 'green "1"',
      'P1/REVIEW/b': '',
      'P2/REVIEW/c': '?',
      'P3/REVIEW/d': 'red',
    })
    expect(documents.map(({ name }) => name)).toEqual(['d'])
    expect(diagnostics).toEqual([
      {
        severity: 'error',
        code: 'archive/unknown-format',
        message:
          'The file is in none of the known formats: it begins with "green \\"1\\"". It is not read.',
        place: { path: 'P1/REVIEW/a' },
      },
      {
        severity: 'error',
        code: 'archive/unknown-format',
        message: 'The file is in none of the known formats: it is empty. It is not read.',
        place: { path: 'P1/REVIEW/b' },
      },
      {
        severity: 'error',
        code: 'archive/ambiguous-format',
        message:
          'The file could be in several formats: red (possible), blue (possible). Name the one it is in.',
        place: { path: 'P2/REVIEW/c' },
      },
    ])
  })

  it('looks as far as needed for what tells the format', async () => {
    const late = lineFormat('late', {
      names: 'same',
      sniff: (text) => (text.includes('LATE') ? 'certain' : 'no'),
    })
    const files = { 'REVIEW/a': 'LATE', 'REVIEW/b': `${' '.repeat(9000)}LATE` }
    const { documents, diagnostics } = await read(files, { formats: [late, blue] })
    expect(documents.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(diagnostics).toEqual([])
  })

  it('is not asked when the format is named', async () => {
    const { documents } = await read({ 'REVIEW/a.tst': 'green' }, { from: blue })
    expect(documents.map(({ name }) => name)).toEqual(['a'])
  })
})

describe('a document', () => {
  it('carries cabinet, person and project of the export', async () => {
    const project = {
      id: 'QUJDREVGMTI',
      title: 'Demo!',
      assignments: [{ email: 'a.b@example.org' }],
    }
    const { documents } = await read({
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
    const { documents, diagnostics } = await read(
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
    const { documents, diagnostics } = await read(
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
    const { documents } = await read(
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
    const { documents } = await read({ 'REVIEW/a': '1', 'REVIEW/b': '2' }, { formats: [long] })
    expect(documents.map(({ id }) => id)).toEqual([
      ...['one', 'one', 'one'],
      ...['REVIEW/b', 'REVIEW/b', 'REVIEW/b'],
    ])
  })

  it('finds other files of its project', async () => {
    const { documents } = await read({
      'P/REVIEW/a': 'red\nsibling ../media/a.txt',
      'P/media/a.txt': 'words',
    })
    expect(documents[0]?.cells[0]?.text).toBe('P/media/a.txt')
  })
})

describe('reading goes on', () => {
  it('after a file its format cannot read and an entry that is damaged', async () => {
    const bytes = buildZip([
      { name: 'REVIEW/a', content: 'red BROKEN' },
      { name: 'REVIEW/b', content: 'red', crc: 1 },
      { name: 'REVIEW/c', content: 'red' },
    ])
    const diagnostics: Diagnostic[] = []
    const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
    const inputs = [{ type: 'zip', name: 'z', file: inMemory(bytes) }] as const
    const set = await openExport(inputs, { report })
    const documents = await all(readExport(set, { formats: [red, blue], report }))
    expect(documents.map(({ name }) => name)).toEqual(['c'])
    expect(diagnostics).toMatchObject([
      { code: 'red/broken', place: { path: 'REVIEW/a' } },
      { code: 'archive/wrong-crc', place: { path: 'REVIEW/b' } },
    ])
  })

  it('only in the cabinets asked for', async () => {
    const { documents } = await read(
      { 'REVIEW/a': 'red', 'ROOT-x/a': 'red', 'DOCUMENT-y/a': 'red' },
      { cabinets: (cabinet) => cabinet?.role === 'review' },
    )
    expect(documents.map(({ cabinet }) => cabinet?.folder)).toEqual(['REVIEW'])
  })

  it('and tells how far it has come', async () => {
    const seen: ReadProgress[] = []
    await read({ 'REVIEW/a': 'red', 'REVIEW/b': 'red' }, { onProgress: (step) => seen.push(step) })
    expect(seen).toEqual([
      { filesDone: 0, filesTotal: 2, path: 'REVIEW/a' },
      { filesDone: 1, filesTotal: 2, path: 'REVIEW/b' },
      { filesDone: 2, filesTotal: 2, path: 'REVIEW/b' },
    ])
  })

  it('until the signal is aborted', async () => {
    const abort = new AbortController()
    const { set } = await opened(folder('x', { 'REVIEW/a': 'red', 'REVIEW/b': 'red' }))
    const options = { formats: [red], report: () => {}, signal: abort.signal }
    const names: string[] = []
    const reading = async () => {
      for await (const { name } of readExport(set, options)) {
        names.push(name)
        abort.abort(new Error('enough'))
      }
    }
    await expect(reading()).rejects.toThrow('enough')
    expect(names).toEqual(['a'])
  })

  it('and inflates no file twice', async () => {
    let reads = 0
    const content = new TextEncoder().encode('red')
    const files = Array.from({ length: 100 }, (_, n) => ({
      ...memorySource(`REVIEW/${n}`, content),
      bytes: () => {
        reads += 1
        return content
      },
    }))
    const { set } = await opened({ type: 'folder', name: 'x', files })
    await all(readExport(set, { formats: [red, blue], report: () => {} }))
    // Beside one read per file: the sample that tells the format of the project.
    expect(reads).toBeLessThanOrEqual(108)
  })
})
