import { reviewSchema as schema } from '@labelport/format-testing'
import {
  type Annotation,
  type AnswerValue,
  emptySchema,
  type LabeledDocument,
  unknownOrigin,
} from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { configured, read, write } from './session.ts'

function document(more: Partial<LabeledDocument>): LabeledDocument {
  return {
    id: 'd',
    name: 'a.csv',
    tasks: ['row'],
    cells: [{ row: 0, column: 0, text: '007' }],
    columns: [{ name: 'Text' }],
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
    ...more,
  }
}

function answer(question: string, value: AnswerValue): Annotation {
  const about = { type: 'row', row: 0 } as const
  return { type: 'answer', id: `a-${question}`, question, about, value, origin: unknownOrigin }
}

async function written(one: LabeledDocument, options: Record<string, string> = {}) {
  const { files, ledger } = await write([one], configured(options))
  const entries = ledger.entries.map(({ effect, code, count }) => [effect, code, count])
  return { file: files.get('a.csv.json'), entries }
}

describe('values', () => {
  it('of documents from elsewhere are texts: trap 38', async () => {
    const annotations = [
      answer('2', { type: 'number', number: 4.5 }),
      answer('3', { type: 'flag', flag: true }),
    ]
    expect(await written(document({ schema, annotations }))).toEqual({
      file: '[{"Text":"007","Stars":"4.5","seen":"true"}]\n',
      entries: [],
    })
  })

  it('keep half a character, which an escape can hold: trap 3', async () => {
    const cells = [{ row: 0, column: 0, text: 'd\ud83d' }]
    const { file, entries } = await written(document({ cells }))
    expect(file).toBe('[{"Text":"d\\ud83d"}]\n')
    expect(entries).toEqual([])
    expect((await read(file ?? '')).documents[0]?.cells).toEqual(cells)
  })

  it('that are several are joined, or a list where the option says so: trap 40', async () => {
    const annotations = [answer('1', { type: 'choice', options: ['s', 'ab'] })]
    const one = document({ schema, annotations })
    expect((await written(one)).file).toBe('[{"Text":"007","Tags":"slow;a;b"}]\n')
    const { file, entries } = await written(one, { several: 'list' })
    expect(file).toBe('[{"Text":"007","Tags":["slow","a;b"]}]\n')
    expect(entries).toEqual([])
    const back = await read(file ?? '', { schema })
    expect(back.documents[0]?.annotations).toMatchObject([
      { value: { type: 'choice', options: ['s', 'ab'] } },
    ])
  })

  it('that were numbers, flags or lists are so again after an edit', async () => {
    const file = '[{"Text":"a","Tags":["slow"],"Stars":4.50,"seen":true}]\n'
    const { documents } = await read(file, { schema })
    const edited = documents.map((one) => ({
      ...one,
      annotations: one.annotations.map((two): Annotation => {
        if (two.type !== 'answer') return two
        if (two.question === '1') return { ...two, value: { type: 'choice', options: ['u', 's'] } }
        if (two.question === '2') return { ...two, value: { type: 'number', number: 3 } }
        return { ...two, value: { type: 'flag', flag: false } }
      }),
    }))
    expect([...(await write(edited)).files.values()]).toEqual([
      '[{"Text":"a","Tags":["funny","slow"],"Stars":3,"seen":false}]\n',
    ])
  })

  it('of more digits than a number holds come back as numbers, in cells and answers', async () => {
    const big = '12345678901234567891'
    const text = `[{"id":${big},"stars":${big},"Tags":["slow",${big}],"Note":{"a":${big}}}]\n`
    const { documents } = await read(text, { schema })
    expect(documents[0]?.cells[0]).toMatchObject({ text: big })
    expect(documents[0]?.annotations).toContainEqual(
      expect.objectContaining({ question: '2', value: { type: 'text', text: big } }),
    )
    const { files, ledger } = await write(documents)
    expect([...files.values()]).toEqual([text])
    expect(ledger.entries).toEqual([])
  })

  it('that no longer are numbers become texts', async () => {
    const { documents } = await read('[{"a":1,"b":true,"c":null,"d":[1]}]\n')
    const edited = documents.map((one) => ({
      ...one,
      cells: one.cells.map((cell) => ({ ...cell, text: `${cell.text}!` })),
    }))
    expect([...(await write(edited)).files.values()]).toEqual([
      '[{"a":"1!","b":"true!","c":"!","d":"[1]!"}]\n',
    ])
  })
})

describe('keys', () => {
  it('that repeat are counted, because readers of JSON keep the last one only: trap 39', async () => {
    const columns = [{ name: 'a' }, { name: 'a' }, { name: 'a#2' }]
    const cells = ['x', 'y', 'z'].map((text, column) => ({ row: 0, column, text }))
    expect((await written(document({ columns, cells }))).file).toBe(
      '[{"a":"x","a#3":"y","a#2":"z"}]\n',
    )
  })

  it('are made up for cells beyond the last column', async () => {
    const cells = ['x', 'y'].map((text, column) => ({ row: 0, column, text }))
    expect((await written(document({ cells }))).file).toBe('[{"Text":"x","#2":"y"}]\n')
  })
})

describe('what JSON_TABULAR cannot hold is accounted for', () => {
  it('answers to questions that nobody knows', async () => {
    const annotations: Annotation[] = [
      answer('0', { type: 'group', entries: [] }),
      {
        type: 'answer',
        id: 'd',
        question: 'x',
        about: { type: 'document' },
        value: { type: 'text', text: 'x' },
        origin: unknownOrigin,
      },
    ]
    const { entries } = await written(document({ schema, annotations }))
    expect(entries).toEqual([['changed', 'json-tabular/answer-blurred', 2]])
  })
})
