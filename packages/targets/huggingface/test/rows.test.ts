import { describe, expect, it } from 'vitest'
import { answerOf, documentOf, spanOf, tableOf } from './documents.ts'
import { cardClasses, fatesOf, jsonRows, parquetRows, written } from './written.ts'

const options = { files: 'both' }
const row = (number: number) => ({ type: 'row', row: number }) as const

describe('the task rows', () => {
  it('writes cells as texts and answers by the type of their question, trap 38', async () => {
    const document = tableOf(
      ['Review', 'Stars'],
      [
        ['Good 😀', '007'],
        ['שלום', '1e5'],
      ],
      {
        annotations: [
          answerOf('a1', 'mood', row(0), { type: 'choice', options: ['c'] }),
          answerOf('a2', 'tags', row(0), { type: 'choice', options: ['x', 'own'] }),
          answerOf('a3', 'sure', row(0), { type: 'flag', flag: false }),
          answerOf('a4', 'grade', row(0), { type: 'number', number: 6.5 }),
          answerOf('a5', 'why', row(1), { type: 'texts', texts: ['so', ''] }),
        ],
      },
    )
    const result = await written([document], options)
    const none = { Mood: null, Tags: null, 'Sure?': null, Grade: null, constructor: null }
    const first = { id: 'd1:0', document: 'a.txt', row: 0, Review: 'Good 😀', Stars: '007' }
    const second = { id: 'd1:1', document: 'a.txt', row: 1, Review: 'שלום', Stars: '1e5' }
    const expected = [
      { ...none, ...first, Mood: 1, Tags: [0, 1], 'Sure?': false, Grade: 6.5 },
      { ...none, ...second, constructor: ['so', ''] },
    ]
    expect(await parquetRows(result.files)).toEqual(expected)
    expect(jsonRows(result.files)).toEqual(expected)
    expect(Object.fromEntries(cardClasses(result.files))).toEqual({
      Mood: ['glad', 'calm'],
      Tags: ['new', 'own'],
    })
    expect(fatesOf(result)).toEqual([])
  })

  it('tells columns of equal names apart, also from its own, trap 39', async () => {
    const document = tableOf(['id', 'A', 'a', '', '__proto__'], [['1', '2', '3', '4', '5']])
    const { files } = await written([document], { files: 'jsonl' })
    expect(Object.entries(jsonRows(files)[0] ?? {}).slice(0, 8)).toEqual([
      ['id', 'd1:0'],
      ['document', 'a.txt'],
      ['row', 0],
      ['id (2)', '1'],
      ['A', '2'],
      ['a (2)', '3'],
      ['column', '4'],
      ['__proto__', '5'],
    ])
  })

  it('begins a new file when a later document has more columns, and lists all in the card', async () => {
    const later = tableOf(['Stars', 'New'], [['5', 'x']], { id: 'd2' })
    const { files } = await written([tableOf(['Stars'], [['4']]), later], options)
    expect([...files.keys()].filter((path) => path.endsWith('.parquet'))).toEqual([
      'data/train-00000-of-00002.parquet',
      'data/train-00001-of-00002.parquet',
    ])
    expect((await parquetRows(files)).map((one) => [one.Stars, one.New])).toEqual([
      ['4', undefined],
      ['5', 'x'],
    ])
  })

  it('counts answers that have no place in a row', async () => {
    const document = tableOf(['Review', 'Answer'], [['Good', 'glad']], {
      columns: [{ name: 'Review' }, { name: 'Answer', role: 'answer' }],
      annotations: [
        answerOf('one', 'mood', row(0), { type: 'choice', options: ['g'] }),
        answerOf('two', 'mood', row(0), { type: 'choice', options: ['c'] }),
        answerOf('bad', 'grade', row(0), { type: 'text', text: 'six' }),
        answerOf('more', 'mood', { type: 'document' }, { type: 'text', text: 'x' }),
        answerOf('about', 'mood', { type: 'annotation', id: 's' }, { type: 'text', text: 'x' }),
        answerOf('own', 'unheard', row(0), { type: 'raw', json: { a: 1 } }),
        spanOf('s', 'p', [0, 0, 4]),
      ],
    })
    const result = await written([document], { files: 'jsonl', task: 'rows' })
    expect(jsonRows(result.files)).toMatchObject([
      { id: 'd1:0', document: 'a.txt', row: 0, Review: 'Good', Mood: 0, unheard: '{"a":1}' },
    ])
    expect(fatesOf(result)).toEqual([
      'answer changed huggingface/answer-as-json 1',
      'answer dropped huggingface/answer-type 1',
      'answer dropped huggingface/no-place 1',
      'answer dropped huggingface/other-task 1',
      'answer dropped huggingface/second-answer 1',
      'cell dropped huggingface/answer-cell 1',
      'span dropped huggingface/other-task 1',
    ])
  })

  it('warns of texts that loading JSON Lines would turn into times', async () => {
    const document = tableOf(
      ['Day', 'Mixed'],
      [
        ['2026-01-02', '2026-01-02'],
        ['2026-01-03', 'x'],
      ],
    )
    const { diagnostics } = await written([document], { files: 'jsonl' })
    expect(diagnostics).toMatchObject([{ code: 'huggingface/date-like', severity: 'warning' }])
    expect(diagnostics[0]?.message).toContain('"Day"')
    expect((await written([document])).diagnostics).toEqual([])
  })

  it('drops answers about rows that are hidden', async () => {
    const document = tableOf(['Review'], [['Good']], {
      annotations: [answerOf('a', 'sure', row(0), { type: 'flag', flag: true })],
    })
    const cells = document.cells.map((cell) => ({ ...cell, status: 'hidden' as const }))
    const result = await written([{ ...document, cells }])
    expect(fatesOf(result)).toEqual([
      'answer dropped huggingface/about-left-out 1',
      'cell dropped huggingface/hidden-cell 1',
    ])
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['huggingface/no-rows'])
  })
})

describe('the task documents', () => {
  it('writes the text or the kind of file, and the answers', async () => {
    const about = { type: 'document' } as const
    const sum = { question: 'sum', value: { type: 'number', number: 3 } } as const
    const day = answerOf('a1', 'day', about, { type: 'moment', iso: '2026-01-02' })
    const annotations = [
      day,
      answerOf('a2', 'lines', about, { type: 'group', entries: [[sum]] }),
      answerOf('a3', 'mood', row(0), { type: 'choice', options: ['g'] }),
    ]
    const media = [{ type: 'pdf', url: 'https://example.org/signed', pages: [] }] as const
    const result = await written(
      [
        documentOf({ tasks: ['document'], annotations }),
        documentOf({ id: 'd2', name: 'b.pdf', tasks: ['document'], cells: [], media }),
      ],
      { ...options, task: 'documents' },
    )
    expect(await parquetRows(result.files)).toEqual([
      {
        id: 'd1',
        document: 'a.txt',
        media: null,
        text: 'Zoë met 😀 in Łódź\n\nשלום e\u0301lan',
        Day: '2026-01-02',
        Lines: '[{"Sum":3}]',
      },
      { id: 'd2', document: 'b.pdf', media: 'pdf', text: null, Day: null, Lines: null },
    ])
    expect(fatesOf(result)).toEqual([
      'answer changed huggingface/answer-as-json 1',
      'answer dropped huggingface/other-task 1',
    ])
  })

  it('writes out half characters in answers and says so, trap 3', async () => {
    const about = { type: 'document' } as const
    const annotations = [answerOf('a', 'free', about, { type: 'text', text: 'x\ud83d' })]
    const result = await written([documentOf({ tasks: ['document'], annotations })], options)
    expect((await parquetRows(result.files))[0]?.free).toBe('x\\ud83d')
    expect(fatesOf(result)).toEqual(['answer changed huggingface/lone-surrogate 1'])
  })
})
