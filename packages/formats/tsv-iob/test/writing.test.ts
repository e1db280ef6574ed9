import type { Annotation, Cell, LabeledDocument, TextTarget } from '@labelport/model'
import { TokenBuffer, unknownOrigin } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelsIn, read, write } from './session.ts'

const buffer = new TokenBuffer()

function cell(row: number, text: string): Cell {
  for (const { index, 0: word } of text.matchAll(/[^ ]+/g)) buffer.add(index, index + word.length)
  return { row, column: 0, text, tokens: buffer.take() }
}

function span(id: string, label: string, target: TextTarget, labelSet = '0'): Annotation {
  return { type: 'span', id, labelSet, label, target, origin: unknownOrigin }
}

function document(
  cells: readonly Cell[],
  annotations: readonly Annotation[] = [],
  more: Partial<LabeledDocument> = {},
): LabeledDocument {
  return {
    id: 'd',
    name: 'a.txt',
    tasks: ['token'],
    cells,
    media: [],
    annotations,
    comments: [],
    schema: { labelSets: [], questions: [] },
    ...more,
  }
}

/** What is written and what the ledger says of it, without the reasons. */
async function written(...documents: LabeledDocument[]) {
  const { files, ledger } = await write(documents)
  const entries = ledger.entries.map(({ effect, type, code, count }) => [effect, type, code, count])
  return { files: Object.fromEntries(files), entries, ledger }
}

describe('columns', () => {
  it('go to the shorter of two labels that begin together, and after the highest one in use', async () => {
    const { files, entries } = await written(
      document(
        [cell(0, 'a b c d')],
        [
          span('1', 'Long', { cell: 0, start: 0, end: 7 }),
          span('2', 'Short', { cell: 0, start: 0, end: 3 }),
          span('3', 'Late', { cell: 0, start: 4, end: 5 }),
        ],
      ),
    )
    expect(files['a.txt.tsv']).toBe(
      'a\tB-Short\tB-Long\nb\tI-Short\tI-Long\nc\tO\tI-Long\tB-Late\nd\tO\tI-Long\n\n',
    )
    expect(entries).toEqual([])
  })

  it('are assigned anew in each row of a label over several', async () => {
    const { files } = await written(
      document(
        [cell(0, 'a b'), cell(1, 'c d')],
        [
          span('1', 'X', { cell: 0, start: 0, end: 3 }),
          span('2', 'Y', { cell: 0, start: 2, endCell: 1, end: 1 }),
        ],
      ),
    )
    expect(files['a.txt.tsv']).toBe('a\tB-X\nb\tI-X\tB-Y\n\nc\tI-Y\nd\tO\n\n')
  })
})

describe('what the file cannot hold is accounted for', () => {
  it('as rounded, when a label begins or ends inside a token: trap 14', async () => {
    const { files, entries } = await written(
      document([cell(0, 'Oslofjord is deep')], [span('1', 'X', { cell: 0, start: 0, end: 11 })]),
    )
    expect(files['a.txt.tsv']).toBe('Oslofjord\tB-X\nis\tI-X\ndeep\tO\n\n')
    expect(entries).toEqual([['changed', 'span', 'tsv-iob/span-rounded', 1]])
  })

  it('as dropped, when a label covers no token: trap 8', async () => {
    const { entries } = await written(
      document(
        [cell(0, 'a  b')],
        [
          span('1', 'X', { cell: 0, start: 1, end: 2 }),
          span('2', 'X', { cell: 0, start: 0, end: 0 }),
        ],
      ),
    )
    expect(entries).toEqual([
      ['changed', 'cell', 'tsv-iob/white-space-changed', 1],
      ['dropped', 'span', 'tsv-iob/span-without-tokens', 2],
    ])
  })

  it('as skipped, when a cell is hidden, and as shortened, what reached into it', async () => {
    const cells = [cell(0, 'a b'), { ...cell(1, 'c'), status: 'hidden' } as const, cell(2, 'd')]
    const { files, entries } = await written(
      document(cells, [span('1', 'X', { cell: 0, start: 2, endCell: 2, end: 1 })]),
    )
    expect(files['a.txt.tsv']).toBe('a\tO\nb\tB-X\n\nd\tI-X\n\n')
    expect(entries).toEqual([
      ['dropped', 'cell', 'tsv-iob/cell-hidden', 1],
      ['changed', 'span', 'tsv-iob/span-shortened', 1],
    ])
  })

  it('as replaced, when tokens or names hold tabs, line ends or half characters: traps 3 and 10', async () => {
    const odd = 'a\tb\nc\ud800'
    const { files, entries } = await written(
      document([cell(0, odd)], [span('1', 'X\nY', { cell: 0, start: 0, end: 6 })]),
    )
    expect(files['a.txt.tsv']).toBe('a b c\uFFFD\tB-X Y\n\n')
    expect(entries).toEqual([
      ['changed', 'cell', 'tsv-iob/characters-replaced', 1],
      ['changed', 'span', 'tsv-iob/label-name-changed', 1],
    ])
  })

  it('as split, when a cell has no tokens: trap 13', async () => {
    const { files, entries } = await written(
      document([{ row: 0, column: 0, text: 'Oslo is cold.' }]),
    )
    expect(files['a.txt.tsv']).toBe('Oslo\tO\nis\tO\ncold.\tO\n\n')
    expect(entries).toEqual([['changed', 'cell', 'tsv-iob/cell-tokenized', 1]])
  })

  it('as merged, when labels share a name: trap 28', async () => {
    const labels = [{ id: 'p', name: 'Place' }]
    const schema = {
      labelSets: [
        { id: '0', appliesTo: 'text', labels },
        { id: '1', appliesTo: 'text', labels },
      ],
      questions: [],
    } as const
    const { files, entries } = await written(
      document([cell(0, 'a')], [span('1', 'p', { cell: 0, start: 0, end: 1 }, '1')], { schema }),
    )
    expect(files['a.txt.tsv']).toBe('a\tB-Place\n\n')
    expect(entries).toEqual([['changed', 'span', 'tsv-iob/label-merged', 1]])
  })

  it('as exchanged, when a reader will join the wrong labels at a line end', async () => {
    const { files, entries } = await written(
      document(
        [cell(0, 'a b'), cell(1, 'c d')],
        [
          span('1', 'X', { cell: 0, start: 0, endCell: 1, end: 3 }),
          span('2', 'X', { cell: 0, start: 2, endCell: 1, end: 1 }),
        ],
      ),
    )
    expect(entries).toEqual([['changed', 'span', 'tsv-iob/span-exchanged', 2]])
    expect(labelsIn((await read(files['a.txt.tsv'] ?? '')).documents)).toEqual([
      ['X', 'a b|c'],
      ['X', 'b|c d'],
    ])
  })

  it('as dropped, when it is neither token nor label', async () => {
    const { entries } = await written(
      document(
        [cell(0, 'a')],
        [
          span('1', 'X', { cell: 0, start: 0, end: 1 }),
          { type: 'relation', id: 'r', labelSet: '0', from: '1', to: '1', origin: unknownOrigin },
        ],
        { comments: [{ id: 'c', text: 'Hm.', about: { type: 'document' } }] },
      ),
    )
    expect(entries).toEqual([
      ['dropped', 'comment', 'tsv-iob/no-place', 1],
      ['dropped', 'relation', 'tsv-iob/no-place', 1],
    ])
  })
})

describe('files', () => {
  it('get names of their own', async () => {
    const { files } = await written(document([cell(0, 'a')]), document([cell(0, 'b')]))
    expect(files).toEqual({ 'a.txt.tsv': 'a\tO\n\n', 'a.txt (2).tsv': 'b\tO\n\n' })
  })

  it('bring back every label the ledger calls kept', async () => {
    const words = fc.array(fc.constantFrom('a', 'bb', 'Zoé', '🙂', '"'), {
      minLength: 1,
      maxLength: 5,
    })
    const rows = fc.array(
      words.map((found) => found.join(' ')),
      { minLength: 1, maxLength: 4 },
    )
    const place = fc.tuple(fc.nat(), fc.nat())
    const drafts = fc.array(fc.tuple(place, place, fc.constantFrom('X', 'Y', 'a-b')), {
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(rows, drafts, async (texts, wanted) => {
        const cells = texts.map((text, row) => cell(row, text))
        const at = ([row, token]: readonly [number, number]) => {
          const index = row % cells.length
          const tokens = cells[index]?.tokens ?? new Uint32Array()
          const pick = 2 * (token % (tokens.length / 2))
          return { index, start: tokens[pick] ?? 0, end: tokens[pick + 1] ?? 0 }
        }
        const spans = wanted.map(([one, other, label], number) => {
          const [first, last] = [at(one), at(other)].sort(
            (a, b) => a.index - b.index || a.start - b.start,
          )
          if (first === undefined || last === undefined) throw new Error('Two places were made.')
          const { index, start } = first
          const target = { cell: index, start, endCell: last.index, end: last.end }
          return span(String(number), label, target)
        })
        const original = document(cells, spans)
        const { files, ledger } = await written(original)
        const back = await read(files['a.txt.tsv'] ?? '')
        expect(back.diagnostics).toEqual([])
        expect(back.documents[0]?.cells).toEqual(cells)
        expect(back.documents[0]?.annotations).toHaveLength(spans.length)
        if (ledger.changed.span > 0) return
        expect(labelsIn(back.documents).sort()).toEqual(labelsIn([original]).sort())
      }),
      { numRuns: 500 },
    )
  })
})
