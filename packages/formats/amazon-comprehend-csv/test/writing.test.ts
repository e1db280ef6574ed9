import { covered, documentArbitrary, textDocument } from '@labelport/format-testing'
import { features, type LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configured, read, write } from './session.ts'

function fates({ entries }: Awaited<ReturnType<typeof write>>['ledger']) {
  return entries.map(({ effect, code, count }) => [
    effect,
    code.replace('amazon-comprehend-csv/', ''),
    count,
  ])
}

describe('entities', () => {
  it('are what Amazon Comprehend takes (trap 88)', async () => {
    const walk = textDocument(
      ['😀 Zoë met Bo.', 'Łódź'],
      [
        [0, 3, 6, 'l-a person'],
        [1, 0, 4, 'l-Ünï/côdé 🦆'],
        [1, 0, 4, 'l-🦆'],
      ],
      ['a person', 'Ünï/côdé 🦆', '🦆'],
    )
    const { files, ledger } = await write([walk])
    expect(files['annotations.csv']).toBe(
      'File,Line,Begin Offset,End Offset,Type\nwalk.txt,0,2,5,A_PERSON\nwalk.txt,1,0,4,ÜNÏ_CÔDÉ\nwalk.txt,1,0,4,TYPE_1\n',
    )
    expect(files['walk.txt']).toBe('😀 Zoë met Bo.\nŁódź\n')
    expect(ledger.entries).toEqual([])
    const { documents } = await read(files, 'annotations.csv')
    expect(covered(documents[0])).toEqual(['Zoë/a person', 'Łódź/Ünï/côdé 🦆', 'Łódź/🦆'])
  })

  it('keep labels apart whose types would be one', async () => {
    const names = ['New-York', 'new york']
    const walk = textDocument(
      ['ab'],
      [
        [0, 0, 1, 'l-New-York'],
        [0, 1, 2, 'l-new york'],
      ],
      names,
    )
    const { files } = await write([walk])
    expect(files['annotations.csv']).toContain('NEW_YORK\nwalk.txt,0,1,2,NEW_YORK_2\n')
    const { documents } = await read(files, 'annotations.csv', { schema: walk.schema })
    expect(covered(documents[0])).toEqual(['a/New-York', 'b/new york'])
  })

  it('have at most 25 types; the labels left out are told and counted (trap 88)', async () => {
    const names = Array.from({ length: 27 }, (_, index) => `Label ${index}`)
    const walk = textDocument(
      ['a'],
      names.map((name) => [0, 0, 1, `l-${name}`]),
      names,
    )
    const { files, ledger, diagnostics } = await write([walk])
    expect(new Set(files['annotations.csv']?.match(/LABEL_\d+/g)).size).toBe(25)
    expect(fates(ledger)).toEqual([['dropped', 'too-many-types', 2]])
    expect(diagnostics.map(({ code }) => code)).toEqual(
      Array(2).fill('amazon-comprehend-csv/too-many-types'),
    )
  })

  it('stay in place although line breaks become blanks (traps 5, 9 and 88)', async () => {
    const walk = textDocument(['a\r\nZoë\r', '\ufeffb', 'half \ud83d'], [[0, 3, 6, 'l-Person']])
    const { files, ledger } = await write([walk])
    expect(files['walk.txt']).toBe('a  Zoë\r\n\ufeffb\nhalf \ufffd\n')
    expect(fates(ledger)).toEqual([
      ['changed', 'line-break', 1],
      ['changed', 'unwritable-character', 1],
    ])
    const { documents } = await read(files, 'annotations.csv')
    expect(covered(documents[0])).toEqual(['Zoë/Person'])
  })

  it('survive a byte order mark at the beginning of a text (trap 4)', async () => {
    const { files, ledger } = await write([textDocument(['\ufeffZoë'], [[0, 1, 4, 'l-Person']])])
    expect(files['walk.txt']).toBe(' Zoë\n')
    expect(fates(ledger)).toEqual([['changed', 'unwritable-character', 1]])
    expect(covered((await read(files, 'annotations.csv')).documents[0])).toEqual(['Zoë/Person'])
  })

  it('over several rows are split, and those on nothing are dropped (traps 8 and 9)', async () => {
    const walk = textDocument(['one two', 'hidden', 'three\r', '😀'], [[0, 0, 0, 'l-Person']])
    const span = (id: string, target: object) => ({ ...walk.annotations[0], id, target })
    const document = {
      ...walk,
      cells: walk.cells.map((cell, row) => (row === 1 ? { ...cell, status: 'hidden' } : cell)),
      annotations: [
        ...walk.annotations,
        span('over', { cell: 0, start: 4, endCell: 2, end: 5 }),
        span('hidden', { cell: 1, start: 0, end: 6 }),
        span('half', { cell: 3, start: 0, end: 1 }),
      ],
    } as LabeledDocument
    const { files, ledger } = await write([document])
    expect(files['annotations.csv']).toContain('\nwalk.txt,0,4,7,PERSON\nwalk.txt,1,0,5,PERSON\n')
    expect(fates(ledger)).toEqual([
      ['dropped', 'cell-hidden', 1],
      ['changed', 'span-split', 1],
      ['dropped', 'span-cuts-character', 1],
      ['dropped', 'span-not-shown', 2],
    ])
  })

  it('of several documents stand in one file, and documents without any come back too', async () => {
    const empty = { ...textDocument([]), id: 'b', name: 'annotations.csv' }
    const second = { ...textDocument(['b'], [[0, 0, 1, 'l-Place']]), id: 'c' }
    const { files } = await write([textDocument(['a'], [[0, 0, 1, 'l-Person']]), empty, second])
    expect(Object.keys(files).sort()).toEqual([
      'annotations.csv',
      'annotations.csv.txt',
      'types.json',
      'walk (2).txt',
      'walk.txt',
    ])
    const { documents } = await read(files, 'annotations.csv')
    expect(documents.map((one) => [one.name, ...covered(one)])).toEqual([
      ['walk.txt', 'a/Person'],
      ['annotations.csv'],
      ['walk.txt', 'b/Place'],
    ])
  })

  it('that were read without their text are written as they were', async () => {
    const csv = 'File,Line,Begin Offset,End Offset,Type\nwalk.txt,3,1,4,PERSON\n'
    const { documents } = await read({ 'a.csv': csv }, 'a.csv')
    const { files } = await write(documents)
    expect(files['annotations.csv']).toBe(csv)
    expect(files['walk.txt']).toBeUndefined()
  })

  it('come back equal from any text and any labels', async () => {
    const carried = ['text', 'span', 'span.overlapping'] as const
    await fc.assert(
      fc.asyncProperty(documentArbitrary(carried), async (document) => {
        const { files, ledger } = await write([document])
        fc.pre(ledger.entries.length === 0)
        const { schema } = document
        const { documents } = await read(files, 'annotations.csv', { schema })
        expect(documents).toHaveLength(1)
        for (const feature of carried) {
          expect(documents.flatMap((one): unknown[] => [...features[feature](one)])).toEqual(
            features[feature](document),
          )
        }
      }),
      { seed: 20_26, numRuns: 100 },
    )
  })
})

describe('classes', () => {
  const about = (row: number) => ({ type: 'row', row }) as const
  const origin = { by: 'unknown' } as const
  const reviews: LabeledDocument = {
    ...textDocument([]),
    name: 'reviews.csv',
    tasks: ['row'],
    columns: [{ name: 'Id' }, { name: 'Said' }],
    cells: ['Good, but "long"', 'two\nlines', 'nothing', '=1+1'].flatMap((text, row) => [
      { row, column: 0, text: String(row) },
      { row, column: 1, text },
    ]),
    schema: {
      labelSets: [],
      questions: [
        { id: 'why', text: 'Why?', about: { type: 'row' }, type: 'text' },
        {
          id: 'mood',
          text: 'Mood',
          about: { type: 'row' },
          type: 'choice',
          multiple: true,
          options: [
            { id: '1', name: 'glad|ish' },
            { id: '2', name: 'calm' },
          ],
        },
      ],
    },
    annotations: [
      { type: 'choice', options: ['1', '2'] } as const,
      { type: 'choice', options: ['2'] } as const,
      { type: 'text', text: 'no reason' } as const,
      { type: 'choice', options: ['2'] } as const,
    ].map((value, row) => ({
      type: 'answer',
      id: `a${row}`,
      question: value.type === 'text' ? 'why' : 'mood',
      about: about(row),
      value,
      origin,
    })),
  }

  it('are the answers to the first choice that was answered, beside the text (traps 40, 42)', async () => {
    const { files, ledger } = await write([reviews], configured({ column: 'Said' }))
    expect(files).toEqual({
      'reviews.csv': 'glad_ish|calm,"Good, but ""long"""\ncalm,two lines\ncalm,=1+1\n',
    })
    expect(fates(ledger)).toEqual([
      ['changed', 'class-renamed', 1],
      ['dropped', 'other-question', 1],
      ['changed', 'line-break', 1],
      ['dropped', 'other-column', 4],
      ['dropped', 'row-without-class', 1],
    ])
  })

  it('are the answers to the question that is named', async () => {
    const { files } = await write([reviews], configured({ question: 'Why?' }))
    expect(files).toEqual({ 'reviews.csv': 'no reason,2\n' })
  })

  it('are joined with the delimiter that is told, and read with it again', async () => {
    const format = configured({ delimiter: ';', column: 'Said' })
    const { files } = await write([reviews], format)
    expect(files['reviews.csv']).toMatch(/^glad\|ish;calm,/)
    const { documents } = await read(files, 'reviews.csv', { schema: reviews.schema }, format)
    const kept = { ...reviews, annotations: reviews.annotations.filter(({ id }) => id === 'a0') }
    expect(features['answer.row'](documents[0] ?? reviews)[0]).toEqual(
      features['answer.row'](kept)[0],
    )
  })

  it('are written only where rows were answered, unless the option "task" says so', async () => {
    const bare = { ...reviews, annotations: [] }
    expect(Object.keys((await write([bare])).files)).toContain('annotations.csv')
    const { files } = await write([reviews], configured({ task: 'entities' }))
    expect(files['reviews.csv.txt']).toContain('Good, but "long"\n')
    const empty = await write([bare], configured({ task: 'classes' }))
    expect(empty.files).toEqual({ 'reviews.csv': '' })
    expect(fates(empty.ledger)).toEqual([['dropped', 'row-without-class', 8]])
  })
})
