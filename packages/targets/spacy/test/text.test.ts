import { documentOf, spanOf } from '@labelport/format-testing'
import { TokenBuffer } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { written } from './written.ts'

/** A row of a text whose tokens lie at the given places. */
function rowOf(text: string, ...places: readonly number[]) {
  return { row: 0, column: 0, text, tokens: Uint32Array.from(places) }
}

describe('the text of docs', () => {
  it('makes tokens of white space beyond one blank, as spaCy does', async () => {
    const cells = [rowOf('  two   blanks,\u00a0end ', 2, 5, 8, 14, 14, 15, 16, 19)]
    const { docs, fates } = await written([documentOf([], { cells })])
    expect(docs[0]?.words).toEqual(['  ', 'two', '  ', 'blanks', ',', '\u00a0', 'end'])
    expect(docs[0]?.spaces).toEqual([false, true, false, false, false, false, true])
    expect(docs[0]?.text).toBe(cells[0]?.text)
    expect(fates).toEqual([])
  })

  it('makes tokens of text that lies in no token, and says so', async () => {
    const cells = [
      rowOf('in no token', 0, 2),
      { ...rowOf('a b', 0, 1, 1, 1, 2, 3), row: 1 },
      { ...rowOf('a b', 0, 1, 1, 2, 2, 3), row: 2 },
      { ...rowOf('x😀y', 0, 2, 2, 4), row: 3 },
    ]
    const { docs, fates } = await written([documentOf([], { cells })])
    expect(docs.map(({ words }) => words)).toEqual([
      ['in', 'no', 'token'],
      ['a', 'b'],
      ['a', ' ', 'b'],
      ['x😀y'],
    ])
    expect(docs.map(({ text }) => text)).toEqual(cells.map(({ text }) => text))
    expect(fates).toEqual(['cell changed spacy/retokenized 4'])
  })

  it('cuts text without tokens at white space and at the edges of labels', async () => {
    const cells = [{ row: 0, column: 0, text: 'met Zoë😀, today' }]
    const annotations = [spanOf('s1', '0', [0, 4, 9])]
    const { docs, fates } = await written([documentOf([], { cells, annotations })])
    expect(docs[0]?.words).toEqual(['met', 'Zoë😀', ',', 'today'])
    expect(docs[0]?.ents).toEqual([{ start: 1, end: 2, label: 'Person' }])
    expect(fates).toEqual(['cell changed spacy/not-tokenized 1'])
  })

  it('gives every text back, whatever the tokens are', async () => {
    const piece = fc.constantFrom(
      ' ',
      '  ',
      '\n',
      '\u00a0',
      '\ufeff',
      'a',
      'b,',
      '😀',
      'e\u0301',
      '\x1c',
    )
    const row = fc
      .tuple(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(12), { maxLength: 12 }))
      .map(([pieces, places]) => {
        const text = `.${pieces.join('')}`
        const buffer = new TokenBuffer()
        const sorted = places.map((place) => Math.min(place, text.length)).sort((a, b) => a - b)
        for (let at = 0; at + 1 < sorted.length; at += 2)
          buffer.add(sorted[at] ?? 0, sorted[at + 1] ?? 0)
        return { row: 0, column: 0, text, tokens: buffer.take() }
      })
    await fc.assert(
      fc.asyncProperty(row, fc.boolean(), async (cell, cut) => {
        const { tokens: _, ...plain } = cell
        const { docs } = await written([documentOf([], { cells: [cut ? cell : plain] })])
        expect(docs.map(({ text }) => text)).toEqual([cell.text])
        expect(docs[0]?.words).not.toContain('')
      }),
    )
  })

  it('joins the rows of a document, and the cells of a row, by line feeds', async () => {
    const rows = documentOf([['Zoë', 'met'], [], ['Łódź']])
    const whole = await written([rows], { unit: 'document' })
    expect(whole.docs.map(({ text, words }) => [text, words])).toEqual([
      ['Zoë met\n\nŁódź', ['Zoë', 'met', '\n', '\n', 'Łódź']],
    ])
    expect(whole.fates).toEqual([])
    const cells = ['one', 'two', 'three', 'four'].map((text, index) => ({
      row: Math.floor(index / 2),
      column: index % 2,
      text,
    }))
    const columns = [{ name: 'A' }, { name: 'B' }]
    const table = documentOf([], {
      cells: cells.map((cell) => ({ ...rowOf(cell.text, 0, cell.text.length), ...cell })),
      columns,
    })
    const joined = await written([table])
    expect(joined.docs.map(({ text }) => text)).toEqual(['one\ntwo', 'three\nfour'])
    expect(joined.fates).toEqual(['cell changed spacy/joined 4'])
    const chosen = await written([table], { columns: 'B' })
    expect(chosen.docs.map(({ text }) => text)).toEqual(['two', 'four'])
    expect(chosen.fates).toEqual(['cell dropped spacy/other-column 2'])
  })

  it('leaves out what is hidden, empty, broken or an answer, trap 3', async () => {
    const document = documentOf([['a'], ['b'], [], ['\ud800'], ['yes']])
    const cells = document.cells.map((cell, index) => ({
      ...cell,
      ...(index === 1 && { status: 'deleted' as const }),
      ...(index === 4 && { column: 1 }),
    }))
    const columns = [{ name: 'Text' }, { name: 'Answer', role: 'answer' as const }]
    const { docs, fates } = await written([{ ...document, cells, columns }])
    expect(docs.map(({ text }) => text)).toEqual(['a'])
    expect(fates).toEqual([
      'cell dropped spacy/answer-cell 1',
      'cell dropped spacy/empty-doc 1',
      'cell dropped spacy/hidden-cell 1',
      'cell dropped spacy/lone-surrogate 1',
    ])
  })
})
