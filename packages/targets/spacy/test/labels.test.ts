import { documentOf, schemaOf, spanOf } from '@labelport/format-testing'
import { unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { written } from './written.ts'

const words = ['Zoë', 'of', 'New', 'York', '😀', 'שלום']
const crowded = documentOf([words], {
  annotations: [
    spanOf('early', '0', [0, 0, 6]),
    spanOf('long', '1', [0, 4, 15]),
    spanOf('short', '0', [0, 11, 15]),
  ],
})

describe('labels', () => {
  it('are all in doc.spans and without overlap in doc.ents, trap 86', async () => {
    const { docs, fates } = await written([crowded])
    expect(docs[0]?.ents).toEqual([{ start: 1, end: 4, label: 'Place' }])
    expect(docs[0]?.spans).toEqual({
      sc: [
        { start: 0, end: 2, label: 'Person' },
        { start: 1, end: 4, label: 'Place' },
        { start: 3, end: 4, label: 'Person' },
      ],
    })
    expect(fates).toEqual(['span changed spacy/only-in-spans 2'])
  })

  it('are dropped by the rule where only doc.ents is wanted, trap 15', async () => {
    const first = await written([crowded], { labels: 'ents', overlap: 'first' })
    expect(first.docs[0]).toMatchObject({
      ents: [
        { start: 0, end: 2, label: 'Person' },
        { start: 3, end: 4, label: 'Person' },
      ],
      spans: {},
    })
    expect(first.fates).toEqual(['span dropped spacy/overlap 1'])
    const shortest = await written([crowded], { labels: 'ents', overlap: 'shortest' })
    expect(shortest.docs[0]?.ents).toHaveLength(2)
  })

  it('say nothing about entities where only doc.spans is wanted or no label was asked for', async () => {
    const spans = await written([crowded], { labels: 'spans', key: 'all' })
    expect(spans.docs[0]).toMatchObject({ ents: [], unknown: 6 })
    expect(spans.docs[0]?.spans.all).toHaveLength(3)
    expect(spans.fates).toEqual([])
    const none = await written([documentOf([words], { schema: schemaOf() })])
    expect(none.docs[0]?.unknown).toBe(0)
    const never = await written([documentOf([words], { schema: { labelSets: [], questions: [] } })])
    expect(never.docs[0]).toMatchObject({ unknown: 6, spans: {} })
  })

  it('are trimmed of white space in doc.ents only, trap 7', async () => {
    const tokens = Uint32Array.of(0, 1, 1, 2, 2, 3)
    const cells = [{ row: 0, column: 0, text: 'a\tb', tokens }]
    const annotations = [spanOf('s1', '0', [0, 0, 2]), spanOf('s2', '1', [0, 1, 2])]
    const { docs, fates } = await written([documentOf([], { cells, annotations })])
    expect(docs[0]?.ents).toEqual([{ start: 0, end: 1, label: 'Person' }])
    expect(docs[0]?.spans.sc).toEqual([
      { start: 0, end: 2, label: 'Person' },
      { start: 1, end: 2, label: 'Place' },
    ])
    expect(fates).toEqual([
      'cell changed spacy/retokenized 1',
      'span changed spacy/white-space-edge 2',
    ])
    const ents = await written([documentOf([], { cells, annotations })], { labels: 'ents' })
    expect(ents.fates).toContain('span dropped spacy/white-space-edge 1')
  })

  it('are widened to whole tokens and split at the ends of docs, traps 9 and 14', async () => {
    const annotations = [
      spanOf('inside', '1', [0, 8, 12]),
      spanOf('across', '0', [0, 19, 1], { endCell: 1 }),
    ]
    const document = documentOf([words, ['b', 'c']], { annotations })
    const rows = await written([document], { labels: 'ents' })
    expect(rows.docs.map(({ ents }) => ents)).toEqual([
      [
        { start: 2, end: 4, label: 'Place' },
        { start: 5, end: 6, label: 'Person' },
      ],
      [{ start: 0, end: 1, label: 'Person' }],
    ])
    expect(rows.fates).toEqual([
      'span changed spacy/span-split 1',
      'span changed spacy/token-edges 1',
    ])
    const whole = await written([document], { unit: 'document' })
    expect(whole.docs[0]?.ents[1]).toEqual({ start: 5, end: 8, label: 'Person' })
    expect(whole.fates).toEqual(['span changed spacy/token-edges 1'])
  })

  it('are counted where their text is left out', async () => {
    const document = documentOf([['a', 'b'], ['c'], ['d']], {
      annotations: [
        spanOf('whole', '0', [1, 0, 1]),
        spanOf('across', '1', [0, 2, 1], { endCell: 2 }),
        spanOf('blank', '0', [0, 1, 2]),
        spanOf('nameless', '2', [2, 0, 1]),
      ],
      schema: schemaOf('Person', 'Place', ''),
    })
    const cells = document.cells.map((cell) => {
      return cell.row === 1 ? { ...cell, status: 'hidden' as const } : cell
    })
    const { docs, fates } = await written([{ ...document, cells }], { unit: 'document' })
    expect(docs[0]?.ents).toEqual([{ start: 1, end: 4, label: 'Place' }])
    expect(fates).toEqual([
      'cell dropped spacy/hidden-cell 1',
      'span changed spacy/over-hidden 1',
      'span dropped spacy/hidden-cell 1',
      'span dropped spacy/no-token 1',
      'span dropped spacy/unnamed-label 1',
    ])
  })

  it('teach nothing from conflicts and rejected labels unless told to, trap 34', async () => {
    const annotations = [
      spanOf('s1', '0', [0, 0, 3], { origin: { by: 'conflict' } }),
      spanOf('s2', '1', [0, 7, 15], { origin: { by: 'labeler', verdict: 'rejected' } }),
    ]
    const document = documentOf([words], { annotations })
    const { docs, fates } = await written([document])
    expect(docs[0]).toMatchObject({ ents: [], unknown: 0, spans: { sc: [] } })
    expect(fates).toEqual(['span dropped spacy/rejected 1', 'span dropped spacy/unresolved 1'])
    const included = await written([document], { unresolved: 'include' })
    expect(included.docs[0]?.ents).toHaveLength(2)
  })

  it('never come from an untouched upload, trap 32', async () => {
    const root = { ...crowded, cabinet: { role: 'root' } } as const
    const { files, fates, diagnostics } = await written([root])
    expect(files.size).toBe(0)
    expect(fates).toEqual(['cell dropped spacy/root-copy 1', 'span dropped spacy/root-copy 3'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['spacy/root-copy', 'spacy/no-docs'])
  })

  it('are named apart where a schema has a name twice, trap 28', async () => {
    const [set] = schemaOf('Person').labelSets
    const second = { ...set, id: 'second', appliesTo: 'text' as const, labels: set?.labels ?? [] }
    const schema = { labelSets: [...schemaOf('Person').labelSets, second], questions: [] }
    const { diagnostics } = await written([documentOf([words], { schema })])
    expect(diagnostics.map(({ code }) => code)).toContain('spacy/class-lengthened')
  })
})

describe('arrows', () => {
  const arrow = (id: string, from: string, to: string, label?: string) =>
    ({
      type: 'relation',
      id,
      labelSet: 'set',
      from,
      to,
      origin: unknownOrigin,
      ...(label === undefined ? {} : { label }),
    }) as const

  it('stand in user_data with the tokens of both ends', async () => {
    const annotations = [
      spanOf('a', '0', [0, 0, 3]),
      spanOf('b', '1', [0, 7, 15]),
      spanOf('c', '0', [1, 0, 1]),
      arrow('named', 'a', 'b', '1'),
      arrow('bare', 'b', 'b'),
      arrow('across', 'a', 'c'),
    ]
    const { docs, fates } = await written([documentOf([words, ['x']], { annotations })])
    const [zoe, york] = [
      { start: 0, end: 1, label: 'Person' },
      { start: 2, end: 4, label: 'Place' },
    ]
    expect(docs[0]?.data).toEqual({
      document: 'a.txt',
      row: 0,
      relations: [
        { label: 'Place', from: zoe, to: york },
        { label: null, from: york, to: york },
      ],
    })
    expect(docs[1]?.data).toEqual({ document: 'a.txt', row: 1 })
    expect(fates).toEqual(['relation dropped spacy/arrow-end 1'])
  })
})
