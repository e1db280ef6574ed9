import { reviewSchema as schema } from '@labelport/format-testing'
import type { Annotation, AnswerValue, LabeledDocument } from '@labelport/model'
import { emptySchema, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { configured, read, write } from './session.ts'

function answer(id: string, question: string, row: number, value: AnswerValue): Annotation {
  return {
    type: 'answer',
    id,
    question,
    about: { type: 'row', row },
    value,
    origin: unknownOrigin,
  }
}

function document(texts: readonly string[], more: Partial<LabeledDocument> = {}): LabeledDocument {
  return {
    id: 'd',
    name: 'a.csv',
    tasks: ['row'],
    cells: texts.map((text, row) => ({ row, column: 0, text })),
    columns: [{ name: 'Text' }],
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
    ...more,
  }
}

async function written(documents: readonly LabeledDocument[], format = configured({})) {
  const { files, ledger } = await write(documents, format)
  const entries = ledger.entries.map(({ effect, type, code, count }) => [effect, type, code, count])
  return { files: Object.fromEntries(files), entries }
}

describe('files', () => {
  it('have CR LF after every record and quotes where they are needed', async () => {
    const { files, entries } = await written([document(['a,b', 'c"d', 'e\nf', '', '007'])])
    expect(files).toEqual({ 'a.csv': 'Text\r\n"a,b"\r\n"c""d"\r\n"e\nf"\r\n\r\n007\r\n' })
    expect(entries).toEqual([])
  })

  it('come back byte for byte in the style they had', async () => {
    for (const text of [
      '"id","text"\n"1","a ""b"""\n"2","=1+1"',
      'a,b\n1,"x,y"\n',
      'a\r1\r',
      'a,b\r\n1, 2\r\n',
    ]) {
      const { documents } = await read(text)
      const [back] = Object.values((await written(documents)).files)
      // A field with a blank at its edge gets quotes; that is how Datasaur's own exports are written.
      expect(back).toBe(text.replace('1, 2', '1," 2"'))
    }
  })

  it('show an answer that was edited and leave the others as they were', async () => {
    const text = 'Text,Stars,Seen\r\na,4.50,TRUE\r\nb,007,false\r\n'
    const { documents } = await read(text, { schema })
    expect((await written(documents)).files['a.csv']).toBe(text)
    const edited = documents.map((one) => ({
      ...one,
      annotations: one.annotations.map(
        (two): Annotation =>
          two.id === 'answer-0-1' && two.type === 'answer'
            ? { ...two, value: { type: 'number', number: 3 } }
            : two,
      ),
    }))
    expect((await written(edited)).files['a.csv']).toBe(text.replace('4.50', '3'))
  })

  it('get columns for the questions that were answered', async () => {
    const annotations = [
      answer('1', '1', 0, { type: 'choice', options: ['s', 'u'] }),
      answer('2', '2', 1, { type: 'number', number: 4.5 }),
    ]
    const { files, entries } = await written([document(['a', 'b'], { schema, annotations })])
    expect(files['a.csv']).toBe('Text,Tags,Stars\r\na,slow;funny,\r\nb,,4.5\r\n')
    expect(entries).toEqual([])
  })

  it('keep formulas unless told otherwise: trap 42', async () => {
    const texts = ['=1+1', '+1', '-1', '@a', '\ta', '=1\n2', 'a=1']
    expect((await written([document(texts)])).entries).toEqual([])
    const { files, entries } = await written([document(texts)], configured({ formulas: 'escape' }))
    expect(files['a.csv']).toBe(
      `Text\r\n"'=1+1"\r\n"'+1"\r\n"'-1"\r\n"'@a"\r\n"'\ta"\r\n"'=1\n2"\r\na=1\r\n`,
    )
    expect(entries).toEqual([['changed', 'cell', 'csv/formula-escaped', 6]])
  })
})

describe('what a CSV cannot hold is accounted for', () => {
  it('cells that are hidden, collide or hold half a character: trap 3', async () => {
    const { files, entries } = await written([
      document([], {
        cells: [
          { row: 0, column: 0, text: 'a' },
          { row: 0, column: 0, text: 'b' },
          { row: 1, column: 0, text: 'c', status: 'hidden' },
          { row: 2, column: 0, text: 'd\ud83d' },
        ],
      }),
    ])
    expect(files['a.csv']).toBe('Text\r\na\r\nd\uFFFD\r\n')
    expect(entries).toEqual([
      ['changed', 'cell', 'csv/half-character', 1],
      ['dropped', 'cell', 'csv/cell-collides', 1],
      ['dropped', 'cell', 'csv/cell-hidden', 1],
    ])
  })

  it('answers without a row, said twice or unclear: trap 40', async () => {
    const hidden = { row: 2, column: 0, text: 'c', status: 'hidden' } as const
    const one = document(['a', 'b'], { schema })
    const annotations = [
      answer('1', '2', 0, { type: 'number', number: 1 }),
      answer('2', '2', 0, { type: 'number', number: 2 }),
      answer('3', '2', 2, { type: 'number', number: 3 }),
      answer('4', '0', 0, { type: 'group', entries: [] }),
      answer('5', '1', 1, { type: 'choice', options: ['a;b;c'] }),
    ]
    const { entries } = await written([{ ...one, cells: [...one.cells, hidden], annotations }])
    expect(entries).toEqual([
      ['changed', 'answer', 'csv/answer-blurred', 2],
      ['dropped', 'answer', 'csv/answer-repeated', 1],
      ['dropped', 'answer', 'csv/answer-without-row', 1],
      ['dropped', 'cell', 'csv/cell-hidden', 1],
    ])
  })

  it('answers whose question comes up after the header was written', async () => {
    const first = document(['a'], { segment: { index: 0, last: false } })
    const second = document([], {
      cells: [{ row: 1, column: 0, text: 'b' }],
      segment: { index: 1, last: true },
      annotations: [answer('1', 'late', 1, { type: 'text', text: 'x' })],
    })
    const { files, entries } = await written([first, second])
    expect(files['a.csv']).toBe('Text\r\na\r\nb\r\n')
    expect(entries).toEqual([['dropped', 'answer', 'csv/answer-without-column', 1]])
  })
})
