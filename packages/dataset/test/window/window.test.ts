import {
  type LabeledDocument,
  type Span,
  TokenBuffer,
  textOf,
  unknownOrigin,
} from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { openSplits, readSplitRatios, readWindowRule, splitOf, windowOf } from '../../src/index.ts'
import { herbDocument, herbs } from '../documents.ts'
import { cut } from './cut.ts'

/** Rows of words that are their own numbers, with a label of every given range of words. */
function numbered(rows: readonly number[], ranges: readonly (readonly [number, number])[] = []) {
  const places: { cell: number; start: number; end: number }[] = []
  const cells = rows.map((count, row) => {
    const tokens = new TokenBuffer()
    let text = ''
    for (let word = 0; word < count; word += 1) {
      const shown = `w${places.length}`
      if (text !== '') text += ' '
      tokens.add(text.length, text.length + shown.length)
      places.push({ cell: row, start: text.length, end: text.length + shown.length })
      text += shown
    }
    return { row, column: 0, text, tokens: tokens.take() }
  })
  const annotations = ranges.map(([first, last], at): Span => {
    const [from, to] = [places[first], places[last]]
    if (from === undefined || to === undefined) throw new Error('No such word.')
    const target = { cell: from.cell, start: from.start, end: to.end, endCell: to.cell }
    return { type: 'span', id: `s${at}`, labelSet: '0', label: 'a', origin: unknownOrigin, target }
  })
  return herbDocument('lang.txt', { cells, annotations, schema: herbs })
}

const textsOf = ({ cells }: LabeledDocument) => cells.map(({ text }) => text).join('|')

describe('windows', () => {
  it('are cut between tokens, say where they come from, and overlap as asked', async () => {
    const { results, ledger, repeated, fates } = await cut(
      { unit: 'tokens', size: 4, stride: 3 },
      numbered(
        [3, 2, 3],
        [
          [1, 2],
          [2, 4],
        ],
      ),
    )
    expect(results.map(textsOf)).toEqual(['w0 w1 w2|w3 ', 'w3 w4|w5 w6 ', 'w6 w7'])
    expect(results.map(({ id }) => id)).toEqual([
      'lang.txt@0:0-1:3',
      'lang.txt@1:0-2:6',
      'lang.txt@2:3-2:8',
    ])
    expect(results.map(({ name }) => name)).toEqual(['lang.w0.txt', 'lang.w1.txt', 'lang.w2.txt'])
    expect(results.map((one) => windowOf(one)?.index)).toEqual([0, 1, 2])
    expect(results[0]?.annotations.map(({ id }) => id)).toEqual(['s0'])
    expect(ledger.kept).toMatchObject({ cell: 2, span: 1 })
    expect(repeated).toMatchObject({ cell: 2 })
    expect(fates).toEqual([
      'cell changed engine/window-cell-cut 1',
      'span dropped engine/window-cut 1',
    ])
  })

  it('keep a label whole in another window where the stride allows', async () => {
    const document = numbered([10], [[3, 4]])
    const without = await cut({ unit: 'tokens', size: 4, stride: 4 }, document)
    expect(without.fates).toContain('span dropped engine/window-cut 1')
    const { results, ledger } = await cut({ unit: 'tokens', size: 4, stride: 2 }, document)
    expect(ledger.kept.span).toBe(1)
    const [holding] = results.filter(({ annotations }) => annotations.length > 0)
    const [label] = holding?.annotations ?? []
    if (holding === undefined || label?.type !== 'span') throw new Error('The label is there.')
    expect(textOf(holding.cells, label.target)).toBe('w3 w4')
  })

  it('leave documents alone that fit into one', async () => {
    const document = numbered([3, 2], [[0, 1]])
    const { results, repeated } = await cut({ unit: 'tokens', size: 5, stride: 5 }, document)
    expect(results).toEqual([document])
    expect(results[0]).toBe(document)
    expect(repeated).toBeUndefined()
  })

  it('never cut a row of a table', async () => {
    const rows = numbered([2, 2, 2, 2]).cells.map((cell, at) => ({
      ...cell,
      row: at >> 1,
      column: at % 2,
    }))
    const table = herbDocument('t.csv', {
      cells: rows,
      annotations: [],
      columns: [{ name: 'A' }, { name: 'B' }],
    })
    const { results } = await cut({ unit: 'tokens', size: 5, stride: 5 }, table)
    expect(results.map(({ cells }) => cells.length)).toEqual([2, 2])
  })

  it('cut at words where there are no tokens, and never inside a character', async () => {
    const text = '苔の庭 👍🏽👍🏽 geht e\u0301a'
    const document = herbDocument('a.txt', {
      cells: [{ row: 0, column: 0, text }],
      annotations: [],
    })
    const { results } = await cut({ unit: 'characters', size: 2, stride: 2 }, document)
    expect(results.map(textsOf)).toEqual(['苔の', '庭 ', '👍🏽👍🏽 ', 'geht ', 'e\u0301a'])
  })

  it('trap 33: go with their file, wherever that would go', async () => {
    const ratios = readSplitRatios('train=1,test=1')
    const splits = openSplits({ ratios }, { report: () => {} })
    for (let at = 0; at < 20; at += 1) {
      const document = { ...numbered([8 + at]), name: `${at}.txt`, id: `${at}` }
      const { results } = await cut({ unit: 'tokens', size: 4, stride: 2 }, document)
      expect(results.length).toBeGreaterThan(1)
      for (const window of results) expect(splits.of(window)).toBe(splitOf(document, { ratios }))
    }
    expect(splits.leaks()).toEqual([])
  })

  it('put answers about a document into each, and its comments into the first', async () => {
    const document = {
      ...numbered([8]),
      annotations: [
        {
          type: 'answer',
          id: 'q',
          question: 'q',
          origin: unknownOrigin,
          about: { type: 'document' },
          value: { type: 'text', text: 'ja' },
        } as const,
      ],
      comments: [{ id: 'c', text: 'Bitte prüfen', about: { type: 'document' } } as const],
    }
    const { results, repeated } = await cut({ unit: 'tokens', size: 4, stride: 4 }, document)
    expect(
      results.map(({ annotations, comments }) => [annotations.length, comments.length]),
    ).toEqual([
      [1, 1],
      [1, 0],
    ])
    expect(repeated).toMatchObject({ answer: 1, comment: 0 })
  })
})

describe('readWindowRule', () => {
  it('reads sizes with and without a unit', () => {
    expect(readWindowRule('512', '128')).toEqual({ unit: 'tokens', size: 512, stride: 128 })
    expect(readWindowRule(' 50 rows ')).toEqual({ unit: 'rows', size: 50, stride: 50 })
    expect(readWindowRule('2000characters')).toMatchObject({ unit: 'characters', size: 2000 })
  })

  it.each<readonly [string, string?]>([
    ['0'],
    ['x'],
    ['5 pages'],
    ['5', '0'],
    ['5', '6'],
    ['5', 'x'],
  ])('refuses %s %s', (size, stride) => {
    expect(() => readWindowRule(size ?? '', stride)).toThrow(/expected/)
  })
})
