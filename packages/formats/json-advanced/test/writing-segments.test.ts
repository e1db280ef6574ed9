import {
  cutDocument,
  documentArbitrary,
  type Edit,
  edited,
  edits,
  writtenBothWays,
} from '@labelport/format-testing'
import type { Annotation, LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonAdvanced } from '../src/index.ts'
import { fixtures } from './fixtures.ts'
import { randomFile } from './random-file.ts'
import { outcomeOf, shortest } from './segments.ts'
import { togetherWith, writing } from './writing.ts'

/** Writes segments, and what they are together, and expects the same bytes and the same account. */
async function same(
  segments: readonly LabeledDocument[],
): Promise<{ early: number; text: string }> {
  const cut = await writing(segments)
  const whole = await writing(await togetherWith(segments))
  expect(cut.text).toBe(whole.text)
  expect(cut.ledger).toEqual(whole.ledger)
  return cut
}

/** Edits one segment of several; what is new has an id of its own in the whole document. */
function editedApart(
  segment: LabeledDocument,
  index: number,
  list: readonly Edit[] = [],
): LabeledDocument {
  const changed = edited(segment, list)
  const annotations = changed.annotations.map((one) =>
    one.id.startsWith('new-') ? { ...one, id: `${one.id}-${index}` } : one,
  )
  return { ...changed, annotations }
}

const files = Object.entries(fixtures).filter(([path]) => !path.includes('/damaged/'))
const lists = fc.array(edits, { minLength: 1, maxLength: 4 })
const text = fc.boolean().chain(randomFile)

describe('a document in segments is written as in one piece', () => {
  it.each(files)('%s, wherever it is cut', async (_, bytes) => {
    const { segments } = await outcomeOf(bytes, shortest)
    await same(segments)
    const [document] = (await outcomeOf(bytes)).segments
    if (document === undefined) return
    const cuts = [...document.cells.keys()].slice(1)
    for (const cut of cuts) await same(cutDocument(document, [cut]))
    await same(cutDocument(document, cuts))
  })

  it('read from random files', async () => {
    let early = 0
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 400 }), async (file, piece) => {
        const { segments } = await outcomeOf(file, { ...shortest, piece })
        if (segments.length > 1 && (await same(segments)).early > 0) early += 1
      }),
      { numRuns: 200, seed: 7 },
    )
    expect(early).toBeGreaterThan(50)
  })

  it('read from random files and edited segment by segment', async () => {
    await fc.assert(
      fc.asyncProperty(text, lists, async (file, some) => {
        const { segments } = await outcomeOf(file, shortest)
        await same(segments.map((one, index) => editedApart(one, index, some[index % some.length])))
      }),
      { numRuns: 200, seed: 8 },
    )
  })

  it('from anywhere, with whatever the format has no place for', async () => {
    let early = 0
    await fc.assert(
      fc.asyncProperty(documentArbitrary(), fc.boolean(), async (document, isNumbered) => {
        const own = isNumbered ? withNumberedSets(document) : document
        const segments = cutDocument(own, [...own.cells.keys()].slice(1))
        if (segments.length > 1 && (await same(segments)).early > 0) early += 1
      }),
      { numRuns: 300, seed: 9 },
    )
    expect(early).toBeGreaterThan(50)
  })

  it('where the last segment never comes, and where it is the only one', async () => {
    const segments = [segmentOf(0), segmentOf(1)]
    await same(segments)
    await same([{ ...segmentOf(0), segment: { index: 0, last: true } }])
  })

  it('also where a label set gets its number from labels far behind', async () => {
    const named = segmentOf(0, [spanOf('a', 'people')])
    const numbered = segmentOf(1, [spanOf('b', '0')])
    const { text } = await same([named, numbered, segmentOf(2)])
    expect(text).toContain('SPAN:x:1:0:')
  })

  it('also where a label from elsewhere puts those before it in the order of the text', async () => {
    const file = fileOf([spanIn(0, 1), spanIn(0, 0), spanIn(1, 0)])
    const { segments } = await outcomeOf(file, shortest)
    const [first, second] = segments
    if (first === undefined || second === undefined) throw new Error('There are two segments.')
    const more = { ...second, annotations: [...second.annotations, spanOf('new', '0')] }
    const { text } = await same([first, more])
    const ids = JSON.parse(text).labels.map(({ id }: { id: string }) => id)
    expect(ids).toEqual(['0-0', '0-1', '1-0', 'new'])
  })
})

it('holds no segment that it was given, but what was made of it', async () => {
  const segments = Array.from({ length: 40 }, (_, index) => ({
    ...segmentOf(index, [spanOf(`s${index}`, '0')]),
    segment: { index, last: index === 39 },
  }))
  const { inSegments, whole } = await writtenBothWays(jsonAdvanced, segments)
  expect(inSegments).toEqual(whole)
})

it('hands sentences on with their segment, and what stands behind them at the end', async () => {
  const { text, early } = await writing([
    segmentOf(0),
    segmentOf(1),
    { ...segmentOf(2), segment: { index: 2, last: true } },
  ])
  expect(text.slice(0, early)).toMatch(/^\{"sentences":\[\{"id":0,.*\},\{"id":1,.*\}$/)
})

it.each([
  ['labels', '"labels":[{"id"'],
  ['labelSets', '"labelSets":[{"index":0'],
])('keeps the order of a file with %s before the sentences', async (key, start) => {
  const { sentences, ...rest } = JSON.parse(fileOf([spanIn(0, 1), spanIn(1, 0)]))
  const file = JSON.stringify({ [key]: rest[key], sentences, ...rest })
  const { segments } = await outcomeOf(file, shortest)
  const { text, early } = await same(segments)
  expect(early).toBe(0)
  expect(text).toBe(`${file}\n`)
  expect(text.slice(1)).toMatch(new RegExp(`^${start.replaceAll(/[[{]/g, '\\$&')}`))
})

function segmentOf(index: number, annotations: readonly Annotation[] = []): LabeledDocument {
  return {
    id: 'd',
    name: 'note.txt',
    segment: { index, last: false },
    tasks: ['token'],
    cells: [{ row: index, column: 0, text: 'Mia 😀', tokens: new Uint32Array([0, 3, 4, 6]) }],
    media: [],
    annotations,
    comments: [],
    schema: { labelSets: [], questions: [] },
  }
}

function spanOf(id: string, labelSet: string): Annotation {
  const target = { cell: 0, start: 0, end: 3 }
  return { type: 'span', id, labelSet, label: 'x', target, origin: { by: 'labeler' } }
}

/** The same document with numbers for the ids of its label sets. */
function withNumberedSets(document: LabeledDocument): LabeledDocument {
  const ids = document.schema.labelSets.map(({ id }) => id)
  const numberOf = (id: string): string => String(ids.indexOf(id))
  const labelSets = document.schema.labelSets.map((set) => ({ ...set, id: numberOf(set.id) }))
  return {
    ...document,
    schema: { ...document.schema, labelSets },
    annotations: document.annotations.map((one) =>
      'labelSet' in one && one.labelSet !== undefined
        ? { ...one, labelSet: numberOf(one.labelSet) }
        : one,
    ),
  }
}

function spanIn(row: number, token: number) {
  const start = { startCellIndex: 0, startCellLine: row, startTokenIndex: token, startCharIndex: 0 }
  const end = { endCellIndex: 0, endCellLine: row, endTokenIndex: token, endCharIndex: 0 }
  const hashCode = `SPAN:a:0:${row}:0:${token}:0:${row}:0:${token}:0:0:undefined:undefined`
  const own = { id: `${row}-${token}`, documentId: 'd', ...start, ...end, layer: 0, counter: 0 }
  return {
    ...own,
    labeledBy: 'LABELER',
    type: 'SPAN',
    labelSetItemId: 'a',
    status: 'LABELED',
    hashCode,
  }
}

/** Two sentences of two tokens, with labels that no sentence repeats. */
function fileOf(labels: readonly ReturnType<typeof spanIn>[]): string {
  const sentences = [0, 1].map((id) => ({
    ...{ id, content: 'row x', tokens: ['row', 'x'], labels: [], metadata: [] },
  }))
  const labelSets = [{ index: 0, labelItems: [{ id: 'a', labelName: 'A' }] }]
  return JSON.stringify({ sentences, labelSets, labels, comments: [] })
}
