import { tokenTexts } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { labelsIn, read, write } from './session.ts'

describe('long files', () => {
  const rows = (count: number, row: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => row(index)).join('')

  it('leave in segments whose rows and ids count on', async () => {
    const text = rows(10_000, (index) => `row${index}\tB-X\nend\tO\n\n`)
    const { documents } = await read(text)
    expect(documents.length).toBeGreaterThan(2)
    expect(documents.map(({ segment }) => segment)).toEqual(
      documents.map((_, index) => ({ index, last: index === documents.length - 1 })),
    )
    const cells = documents.flatMap(({ cells }) => cells)
    expect(cells.map(({ row }) => row)).toEqual([...Array(10_000).keys()])
    expect(cells.at(-1)?.text).toBe('row9999 end')
    const ids = documents.flatMap(({ annotations }) => annotations.map(({ id }) => id))
    expect(new Set(ids).size).toBe(10_000)
    const { files } = await write(documents)
    expect([...files]).toEqual([['a.txt.tsv', text]])
  })

  it('keep their rows in order, whatever characters each has', async () => {
    const words = [
      'moss',
      'Zürich',
      'ÿ',
      'Łódź',
      '植物園',
      '🌿🌸',
      'e\u0301',
      '\ufeff',
      '\u0100',
      'حديقة',
    ]
    const rowOf = (index: number): string[] =>
      Array.from({ length: index % 5 }, (_, at) => words[(index * 7 + at * at) % 10] ?? '')
    const text = rows(5000, (index) =>
      ['stone', ...rowOf(index)]
        .map((word) => `${word}\tB-X\n`)
        .join('')
        .concat('\n'),
    )
    const { documents } = await read(text)
    const found = documents.flatMap(({ cells }) =>
      cells.map((cell) => tokenTexts(cell.text, cell.tokens ?? new Uint32Array())),
    )
    expect(found).toEqual(Array.from({ length: 5000 }, (_, index) => ['stone', ...rowOf(index)]))
    expect(labelsIn(documents).map(([, covered]) => covered)).toEqual(found.flat())
  })

  it('are never cut inside a label, also when every row ends inside one', async () => {
    const text = rows(10_000, (index) => `a\tB-X\nb\tI-X\n\n${index % 3 ? 'c\tI-X\n\n' : ''}`)
    const { documents, diagnostics } = await read(text)
    expect(diagnostics).toEqual([])
    expect(documents.length).toBeGreaterThan(1)
    const labels = labelsIn(documents)
    expect(labels).toHaveLength(10_000)
    expect(labels.filter(([, covered]) => covered === 'a b|c')).toHaveLength(6666)
    const { files } = await write(documents)
    expect([...files.values()]).toEqual([text])
  })

  it('stay whole while one label covers everything', async () => {
    const text = `a\tB-X\n\n${rows(9000, () => 'a\tI-X\n\n')}`
    const { documents } = await read(text)
    expect(documents.map(({ cells, segment }) => [cells.length, segment])).toEqual([
      [9001, undefined],
    ])
  })
})
