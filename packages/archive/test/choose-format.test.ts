import { describe, expect, it } from 'vitest'
import { lineFormat } from './support/line-format.ts'
import { blue, readFolder } from './support/read-folder.ts'

describe('detection', () => {
  it('tells the format of a project from several files, so a doubtful one is no trouble', async () => {
    const { documents, diagnostics } = await readFolder({
      'REVIEW/a.tst': '?',
      'REVIEW/b.tst': 'red',
    })
    expect(documents.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(diagnostics).toEqual([])
  })

  it('tells the format of a file on its own where the usual one says no', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`REVIEW/${n + 10}`, 'red']),
    )
    const { documents, diagnostics } = await readFolder({ ...files, 'REVIEW/11': 'blue' })
    expect(documents.length).toBe(40)
    expect(diagnostics).toEqual([])
  })

  it('reports files of no format and of several with the reasons, and reads the rest', async () => {
    const { documents, diagnostics } = await readFolder({
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
    const { documents, diagnostics } = await readFolder(files, { formats: [late, blue] })
    expect(documents.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(diagnostics).toEqual([])
  })

  it('is not asked when the format is named', async () => {
    const { documents } = await readFolder({ 'REVIEW/a.tst': 'green' }, { from: blue })
    expect(documents.map(({ name }) => name)).toEqual(['a'])
  })
})
