import { beforeAll, describe, expect, it } from 'vitest'
import { webannoTsv } from '../../packages/targets/webanno-tsv/src/index.ts'
import { cell, marks, textDocument } from './documents.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

interface Reading {
  readonly files: readonly string[]
  readonly labels: readonly (readonly [name: string, text: string])[]
}

const nasty = '  😀 a\tb\r\nc\\n\u2028d\u0085e\n'

const documents = [
  textDocument('a', {
    annotations: [
      ...marks,
      { ...marks[0], id: 'long', target: { cell: 0, start: 25, endCell: 1, end: 8 } },
      { ...marks[3], id: 'part', target: { cell: 1, start: 19, end: 21 } },
    ],
  }),
  textDocument('b', {
    cells: [cell(0, nasty), cell(1, 'behind')],
    annotations: [
      { ...marks[0], id: 'n', target: { cell: 0, start: 2, end: nasty.length - 1 } },
      { ...marks[2], id: 'm', target: { cell: 1, start: 0, end: 6 } },
    ],
  }),
] as const

describe.skipIf(!hasPython)('webanno-tsv × Python', () => {
  let reading: Reading | undefined

  beforeAll(async () => {
    const { folder } = await writeFolder(webannoTsv, documents)
    // The script prints this shape; a mistake in it fails the first comparison.
    const all = (await check('read_webanno.py', folder)) as readonly Reading[]
    reading = all[0]
  })

  it('gives the labeled text to the code of the README, behind emoji, tabs and line ends too', () => {
    expect(reading?.files).toEqual(['a.txt.tsv', 'b.txt.tsv'])
    const place = 'Place: "east" # side'
    expect(reading?.labels).toEqual([
      ['Person', 'Zoë'],
      ['Person', 'Ahmad'],
      [place, 'Łódź'],
      ['Person', '.\n👩‍👩‍👧'],
      [place, 'München 🇩🇪'],
      [place, 'ün'],
      ['Person', 'שלום עולם'],
      ['Person', nasty.slice(2, -1)],
      [place, 'behind'],
    ])
  })
})
