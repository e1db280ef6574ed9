import { memorySource } from '@labelport/format'
import {
  chunkedSource as chunked,
  reviewQuestions as questions,
  reviewSchema as schema,
  tableIn as table,
} from '@labelport/format-testing'
import type { AnswerValue, LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { configured, read, told, write } from './session.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*.csv', {
  eager: true,
  query: '?raw',
  import: 'default',
})

function fixture(name: string): string {
  const text = fixtures[`../fixtures/${name}.csv`]
  if (text === undefined) throw new Error(`No fixture ${name}.`)
  return text
}

function answersIn(documents: readonly LabeledDocument[]): [string, number, AnswerValue][] {
  return documents.flatMap(({ annotations }) =>
    annotations.flatMap((one): [string, number, AnswerValue][] =>
      one.type === 'answer' && one.about.type === 'row'
        ? [[one.question, one.about.row, one.value]]
        : [],
    ),
  )
}

describe('cells', () => {
  it('stay text whatever they look like, and equal headers stay apart: traps 38 and 39', async () => {
    const { documents, diagnostics } = await read(fixture('plain'))
    expect(table(documents)).toEqual([
      ['Good, but long', '007', '1e5'],
      ['Nice', '', 'NA'],
      ['She said "no"', 'true', 'two\r\nlines'],
    ])
    expect(documents[0]?.columns).toEqual([
      { name: 'Review' },
      { name: 'Stars' },
      { name: 'Review' },
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual(['csv/no-answer-columns'])
  })

  it('of broken records are kept, with line and column: trap 39', async () => {
    const { documents, diagnostics } = await read(fixture('damaged/ragged'))
    expect(table(documents)).toEqual([
      ['1', '2'],
      ['1', '2', '3', '4'],
      ['1', '2', '3'],
      ['x"y,2,3\r\n5,6,"open\r\n7,8,9\r\n'],
    ])
    expect(told(diagnostics)).toEqual([
      ['csv/ragged-row', 2],
      ['csv/blank-line', 3],
      ['csv/ragged-row', 4],
      ['csv/mixed-line-ends', 5],
      ['csv/stray-quote', 6, 1],
      ['csv/unclosed-quote', 6, 1],
      ['csv/ragged-row', 6],
    ])
  })

  it('end where any kind of line end ends them: trap 5', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { documents, diagnostics } = await read(`a,"b"${end}1,"2${end}3"${end}4,5${end}`)
      expect(table(documents)).toEqual([
        ['1', `2${end}3`],
        ['4', '5'],
      ])
      expect(told(diagnostics)).toEqual([])
    }
    const mixed = await read('a,b\r\n1,2\n3,"4"\n5,6\r\n')
    expect(table(mixed.documents)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
    expect(told(mixed.diagnostics)).toEqual([
      ['csv/mixed-line-ends', 2],
      ['csv/mixed-line-ends', 3],
    ])
  })

  it('read the same in chunks of 1 to 64 bytes', async () => {
    for (const [path, text] of Object.entries(fixtures)) {
      const bytes = new TextEncoder().encode(text)
      const whole = await read(memorySource('a.csv', bytes), { schema })
      for (let size = 1; size <= 64; size += 1) {
        expect(await read(chunked('a.csv', bytes, size), { schema }), `${path} by ${size}`).toEqual(
          whole,
        )
      }
    }
  })

  it('equal those of any table that papaparse writes, however it is cut', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', ',', ' ', '\n', '\r', 'é', '🙂', ';'),
    })
    const line = fc.tuple(text, text, text)
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n' as const, '\r\n' as const),
        fc.integer({ min: 1, max: 9 }),
        async (rows, newline, size) => {
          const file = Papa.unparse([['x', 'y', 'z'], ...rows], { newline }) + newline
          const source = chunked('a.csv', new TextEncoder().encode(file), size)
          const { documents, diagnostics } = await read(source)
          expect(table(documents)).toEqual(rows)
          expect(told(diagnostics)).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('answers', () => {
  it('are read by the questions whose text heads a column: traps 29 and 40', async () => {
    const { documents, diagnostics } = await read(fixture('several-answers'), { schema })
    expect(answersIn(documents)).toEqual([
      ['0', 0, { type: 'choice', options: ['f'] }],
      ['1', 0, { type: 'choice', options: ['s', 'u'] }],
      ['2', 0, { type: 'number', number: 4.5 }],
      ['3', 0, { type: 'flag', flag: true }],
      ['1', 1, { type: 'choice', options: ['u'] }],
      ['2', 1, { type: 'number', number: 5 }],
      ['0', 2, { type: 'choice', options: ['Poetry'] }],
      ['1', 2, { type: 'choice', options: ['ab'] }],
      ['2', 2, { type: 'raw', json: 'many' }],
      ['3', 2, { type: 'raw', json: 'yes' }],
    ])
    expect(told(diagnostics)).toEqual([
      ['csv/column-in-other-case', 1],
      ['csv/no-such-option', 4],
      ['csv/unexpected-value', 4],
      ['csv/unexpected-value', 4],
    ])
    expect(documents[0]?.cells.map(({ text }) => text)).toEqual(['Good, but long', 'Nice', 'Odd'])
  })

  it('that fit a question in several ways stay raw: trap 40', async () => {
    const [, tags] = questions
    const options = [...tags.options, { id: 'a', name: 'a' }, { id: 'b', name: 'b' }]
    const asked = { labelSets: [], questions: [{ ...tags, options }] }
    const { documents, diagnostics } = await read('x,Tags\r\n1,a;b\r\n', { schema: asked })
    expect(answersIn(documents)).toEqual([['1', 0, { type: 'raw', json: 'a;b' }]])
    expect(told(diagnostics)).toEqual([['csv/ambiguous-answer', 2]])
  })

  it('may be named by an option, the second column of a name by #2', async () => {
    const format = configured({ answers: ['Review#2', 'Tags'], split: ['Tags'] })
    const { documents, diagnostics } = await read('Review,Review,Tags\r\na,b,c;d\r\n', {}, format)
    expect(answersIn(documents)).toEqual([
      ['Review#2', 0, { type: 'text', text: 'b' }],
      ['Tags', 0, { type: 'texts', texts: ['c', 'd'] }],
    ])
    expect(documents[0]?.columns?.map(({ role }) => role)).toEqual([undefined, 'answer', 'answer'])
    expect(diagnostics).toEqual([])
  })

  it('are missed when an option names a column that is not there', async () => {
    const format = configured({ answers: ['Kind'], split: ['Tags'] })
    const { diagnostics } = await read('Text,kind\r\na,b\r\n', {}, format)
    expect(told(diagnostics)).toEqual([
      ['csv/no-such-column', 1],
      ['csv/no-such-column', 1],
    ])
  })

  it('are data when nothing but answers would be left', async () => {
    const format = configured({ answers: ['Kind'] })
    const { documents, diagnostics } = await read('Kind\r\na\r\n', {}, format)
    expect(table(documents)).toEqual([['a']])
    expect(told(diagnostics)).toEqual([['csv/only-answers', 1]])
  })

  it('are looked for in the last of several columns with the text of a question', async () => {
    const { documents, diagnostics } = await read('Stars,Stars\r\n1,2\r\n', { schema })
    expect(answersIn(documents)).toEqual([['2', 0, { type: 'number', number: 2 }]])
    expect(told(diagnostics)).toEqual([['csv/ambiguous-column', 1]])
  })

  it('of records in conflict say so, and what was seen is told', async () => {
    const { documents, diagnostics } = await read(
      fixture('unresolved'),
      {},
      configured({ answers: ['Kind'] }),
    )
    const by = documents[0]?.annotations.map(({ origin }) => origin.by)
    expect(by).toEqual(['conflict', 'conflict', 'unknown'])
    const [status] = diagnostics.filter(({ code }) => code === 'csv/label-status')
    expect(status?.message).toContain('"conflict" 2 times, "resolved" 1 times')
    expect(status?.message).toContain('1 of 3 records repeat the line before')
  })
})

describe('files', () => {
  it('that are not UTF-8 fail with the byte: trap 12', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('a,b\r\nTroms'), 0xf8, 10])
    await expect(read(memorySource('a.csv', bytes))).rejects.toMatchObject({
      diagnostic: { code: 'csv/not-utf-8', place: { byte: 10 } },
    })
  })

  it('that are empty hold nothing, not even a document', async () => {
    const { documents, diagnostics } = await read('')
    expect(documents).toEqual([])
    expect(told(diagnostics)).toEqual([['csv/empty-file', undefined]])
  })

  it('leave in segments when they are long, and come back as one file', async () => {
    const record = (row: number) => `${row},"a, ""b""\r\n${'x'.repeat(60)}"\r\n`
    const file = `n,t\r\n${Array.from({ length: 9000 }, (_, row) => record(row)).join('')}`
    const { documents } = await read(file)
    expect(documents.length).toBeGreaterThan(2)
    expect(documents.map(({ segment }) => segment)).toEqual(
      documents.map((_, index) => ({ index, last: index === documents.length - 1 })),
    )
    expect(table(documents).map(([first]) => first)).toEqual(
      Array.from({ length: 9000 }, (_, row) => String(row)),
    )
    expect([...(await write(documents)).files]).toEqual([['a.csv', file]])
  })

  it('with a quote that is never closed take time in proportion to their length', async () => {
    const file = `a,b\r\n1,"${'never closed\r\n'.repeat(100_000)}`
    const { documents, diagnostics } = await read(
      chunked('a.csv', new TextEncoder().encode(file), 1024),
    )
    expect(table(documents)[0]?.[1]).toHaveLength(1_400_000)
    expect(told(diagnostics)).toEqual([['csv/unclosed-quote', 2, 3]])
  })

  it('of one endless line do so too', async () => {
    const file = 'a'.repeat(2_000_000)
    const { documents } = await read(chunked('a.csv', new TextEncoder().encode(file), 256))
    expect(documents[0]?.columns?.[0]?.name).toHaveLength(2_000_000)
  })
})
