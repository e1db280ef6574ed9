import { type Diagnostic, memorySource } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { openExport, type ReadProgress, readExport } from '../src/index.ts'
import { buildZip } from './support/build-zip.ts'
import { all, folder, opened } from './support/collect.ts'
import { inMemory } from './support/outcome.ts'
import { blue, readFolder, red } from './support/read-folder.ts'

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
    const { documents } = await readFolder(
      { 'REVIEW/a': 'red', 'ROOT-x/a': 'red', 'DOCUMENT-y/a': 'red' },
      { cabinets: (cabinet) => cabinet?.role === 'review' },
    )
    expect(documents.map(({ cabinet }) => cabinet?.folder)).toEqual(['REVIEW'])
  })

  it('and tells how far it has come', async () => {
    const seen: ReadProgress[] = []
    await readFolder(
      { 'REVIEW/a': 'red', 'REVIEW/b': 'red' },
      { onProgress: (step) => seen.push(step) },
    )
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
