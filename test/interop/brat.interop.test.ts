import { beforeAll, describe, expect, it } from 'vitest'
import { brat } from '../../packages/targets/brat/src/index.ts'
import { cell, marks, textDocument } from './documents.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

interface Reading {
  readonly labels: readonly (readonly [label: string, text: string])[]
  /** What the lines repeat of the text. */
  readonly quoted: readonly string[]
  readonly terms: Readonly<Record<string, readonly string[]>>
}

const nasty = '😀 a\tb\r\nc\u2028d\u0085e'

const documents = [
  textDocument('a', {
    annotations: [
      ...marks,
      { ...marks[0], id: 'long', target: { cell: 0, start: 25, endCell: 1, end: 8 } },
      {
        type: 'relation',
        id: 'r',
        labelSet: 'entities',
        label: 'l',
        from: '1',
        to: '2',
        origin: { by: 'unknown' },
      },
    ],
  }),
  textDocument('b', {
    cells: [cell(0, nasty), cell(1, 'behind')],
    annotations: [
      { ...marks[0], id: 'n', target: { cell: 0, start: 0, end: nasty.length } },
      { ...marks[0], id: 'm', target: { cell: 1, start: 0, end: 6 } },
    ],
  }),
] as const

const place = 'Place: "east" # side'

describe.skipIf(!hasPython)('brat × Python', () => {
  let reading: Reading | undefined

  beforeAll(async () => {
    const { folder } = await writeFolder(brat, documents)
    // The script prints this shape; a mistake in it fails the first comparison.
    const all = (await check('read_brat.py', folder)) as readonly Reading[]
    reading = all[0]
  })

  it('gives the labeled text when Python cuts with the offsets, behind emoji and line ends too', () => {
    expect(reading?.labels).toEqual([
      ['Person', 'Zoë'],
      ['Person', 'Ahmad'],
      [place, 'Łódź'],
      [place, 'München 🇩🇪'],
      ['Person', 'שלום עולם'],
      ['Person', '. 👩‍👩‍👧'],
      ['Person', '😀 a b  c d e'],
      ['Person', 'behind'],
    ])
    expect(reading?.quoted).toEqual(reading?.labels.map(([, text]) => text))
  })

  it('has types that brat does not spell otherwise', () => {
    const { entities = [], relations = [] } = reading?.terms ?? {}
    expect(entities).toContain('Person')
    expect(relations[0]).toBe('<OVERLAP>')
    for (const type of [...entities, ...relations.slice(1)])
      expect(type).toMatch(/^[a-zA-Z0-9_-]+$/)
  })
})
