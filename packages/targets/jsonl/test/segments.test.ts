import {
  cutDocument,
  documentArbitrary,
  everything,
  mixedDocument,
  spanOf,
  wordsOf,
  writtenBothWays,
} from '@labelport/format-testing'
import type { Annotation, LabeledDocument, Relation, Span } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonl } from '../src/index.ts'
import { linesIn } from './read-back.ts'

const withComments = jsonl.configure?.({ comments: true }) ?? jsonl
const withEverything = jsonl.configure?.({ comments: true, unresolved: 'include' }) ?? jsonl

async function expectSame(segments: readonly LabeledDocument[], format = withComments) {
  const { inSegments, whole } = await writtenBothWays(format, segments)
  expect(inSegments).toEqual(whole)
  return inSegments
}

function pieces(...parts: readonly Partial<LabeledDocument>[]): readonly LabeledDocument[] {
  return parts.map((part, index) =>
    mixedDocument({ ...part, segment: { index, last: index === parts.length - 1 } }),
  )
}

const rejected = { by: 'labeler', verdict: 'rejected' } as const

function arrow(id: string, from: string, to: string): Relation {
  return { type: 'relation', id, labelSet: 'set', label: 'p', from, to, origin: { by: 'unknown' } }
}

describe('a document in segments', () => {
  it('becomes the line of the whole one, wherever it is cut', async () => {
    const document = everything()
    for (const cuts of [[1], [2], [3], [4], [1, 2, 3], [0, 0, 2, 4, 4]]) {
      const segments = cutDocument(document, cuts)
      for (const format of [jsonl, withComments, withEverything]) await expectSame(segments, format)
    }
    expect(cutDocument(document, [1, 2]).length).toBeGreaterThan(1)
  })

  it('becomes the line of the whole one, whatever it holds', async () => {
    const one = fc.tuple(documentArbitrary(), fc.array(fc.nat({ max: 12 }), { maxLength: 5 }))
    const documents = fc.array(one, { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(documents, fc.boolean(), async (drafts, comments) => {
        const segments = drafts.flatMap(([document, cuts], number) => {
          const named = { ...document, id: `${document.id}-${number}` }
          return cutDocument(
            named,
            cuts.sort((a, b) => a - b),
          )
        })
        await expectSame(segments, comments ? withComments : jsonl)
      }),
      { numRuns: 80 },
    )
  })

  it('counts its text on, also where hidden rows stand at a cut', async () => {
    const hidden = (row: number): Partial<LabeledDocument> => ({
      cells: [wordsOf(row, 'x', { status: 'hidden' })],
      annotations: [spanOf(`h${row}`, 'p', [0, 0, 1])],
    })
    const shown = (row: number, text: string): Partial<LabeledDocument> => ({
      cells: [wordsOf(row, text), wordsOf(row + 1, 'y', { status: 'deleted' })],
      annotations: [spanOf(`s${row}`, 'p', [0, 0, text.length])],
    })
    const { files, ledger } = await expectSame(
      pieces(hidden(0), shown(1, '😀 a'), hidden(3), shown(4, ''), shown(6, 'ш\ud800'), hidden(8)),
    )
    const [line] = linesIn(files['train.jsonl'] ?? '')
    expect(line?.text).toBe('😀 a\n\nш\ufffd')
    expect(line?.spans.map(({ start_char: start }) => start)).toEqual([null, 0, null, 4, 5, null])
    // Cells are told by their number in the whole document.
    expect(ledger.entries).toMatchObject([
      { code: 'jsonl/half-character', examples: [{ id: '6' }] },
      { code: 'jsonl/half-character', examples: [{ id: 's6' }] },
    ])
  })

  it('tells what is left out in the order of the whole one', async () => {
    const chain = (name: string): readonly Annotation[] => [
      arrow(`${name}3`, `${name}2`, `${name}0`),
      arrow(`${name}2`, `${name}1`, `${name}0`),
      arrow(`${name}1`, `${name}s`, `${name}0`),
      { ...(spanOf(`${name}s`, 'p', [0, 0, 1]) as Span), origin: rejected },
      spanOf(`${name}0`, 'p', [0, 0, 1]),
    ]
    const comment = (id: string, about: string) => {
      return { id, text: 'x', about: { type: 'annotation', id: about } } as const
    }
    const { ledger } = await expectSame(
      pieces(
        { cells: [wordsOf(0, 'a')], annotations: chain('a'), comments: [comment('ca', 'a2')] },
        { cells: [wordsOf(1, 'b')], annotations: chain('b'), comments: [comment('cb', 'b0')] },
      ),
    )
    const [, arrows] = ledger.entries
    expect(arrows?.examples.map(({ id }) => id)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3'])
    expect(ledger.kept.comment).toBe(1)
  })

  it('is left out once when it is an untouched upload, and the next document is not', async () => {
    const cabinet = { role: 'root' } as const
    const { diagnostics, ledger } = await expectSame([
      ...cutDocument({ ...everything(), cabinet }, [1, 2]),
      ...cutDocument({ ...everything(), id: 'd2', name: 'b.txt' }, [1]),
    ])
    expect(diagnostics).toHaveLength(1)
    expect(ledger.entries.find(({ type }) => type === 'cell')?.examples).toHaveLength(4)
  })

  it('ends with the stream, or before another one, when its last segment never comes', async () => {
    const [first, second] = cutDocument(everything(), [1])
    if (first === undefined || second === undefined) throw new Error('Nothing was cut.')
    const { files } = await expectSame([first, { ...first, id: 'd2' }, mixedDocument({ id: 'd3' })])
    expect(linesIn(files['train.jsonl'] ?? '').map(({ cells }) => cells.length)).toEqual([1, 1, 4])
  })

  it('is handed on as bytes where it is long, whole and in order', async () => {
    const text = 'Zoë 😀 '.repeat(3_000)
    const segments = pieces(
      ...Array.from({ length: 30 }, (_, row) => ({
        cells: [wordsOf(row, text)],
        annotations: [spanOf(`s${row}`, 'p', [0, 0, 3])],
      })),
    )
    const { files } = await expectSame(segments)
    expect(linesIn(files['train.jsonl'] ?? '')[0]?.spans).toHaveLength(30)
  })
})
