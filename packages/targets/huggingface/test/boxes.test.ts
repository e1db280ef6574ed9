import { describe, expect, it } from 'vitest'
import { answerOf, boxOf, documentOf, spanOf } from './documents.ts'
import { cardClasses, fatesOf, jsonRows, parquetRows, written } from './written.ts'

const pages = [0, 1, 2].map((index) => ({ index, width: 600, height: 800.5 }))
const media = [{ type: 'pdf', url: 'https://example.org/signed', pages }] as const
const scan = { tasks: ['box', 'document'], name: 'b.pdf', cells: [], media } as const

describe('the task boxes', () => {
  it('writes a row for every page, also for pages without boxes, traps 58, 60, 63 and 64', async () => {
    const document = documentOf({
      ...scan,
      annotations: [
        boxOf('b1', [1], { caption: 'Zoë 😀' }),
        answerOf('a', 'sum', { type: 'annotation', id: 'b1' }, { type: 'number', number: 3 }),
      ],
    })
    const result = await written([document], { files: 'both' })
    const empty = { file_name: 'b.pdf', width: 600, height: 800.5, objects: [] }
    const rows = [
      { ...empty, id: 'd1:0', page: 0 },
      {
        ...empty,
        id: 'd1:1',
        page: 1,
        objects: [
          {
            bbox: [10, 20.5, 100, 39.5],
            category: 0,
            polygon: [10, 20.5, 110, 20.5, 110, 60, 10, 60],
            caption: 'Zoë 😀',
            answers: '{"sum":3}',
          },
        ],
      },
      { ...empty, id: 'd1:2', page: 2 },
    ]
    const expected = rows.map((row) => ({ ...row, Day: null, Lines: null }))
    expect(jsonRows(result.files)).toEqual(expected)
    expect(await parquetRows(result.files)).toEqual(expected)
    expect(cardClasses(result.files).get('category')).toEqual(['Total'])
    expect(fatesOf(result)).toEqual(['answer changed huggingface/answer-as-json 1'])
  })

  it('makes an object of each area and counts what does not fit, trap 61', async () => {
    const document = documentOf({
      ...scan,
      cells: documentOf().cells,
      media: [],
      annotations: [
        boxOf('b1', [0, 0, 7]),
        boxOf('b2', []),
        spanOf('s', 'p', [0, 0, 3]),
        answerOf('a1', 'day', { type: 'document' }, { type: 'moment', iso: '2026-01-02' }),
        answerOf('a2', 'sum', { type: 'annotation', id: 's' }, { type: 'number', number: 3 }),
      ],
    })
    const result = await written([document], { files: 'jsonl' })
    const rows = jsonRows(result.files).map(({ page, width, objects }) => {
      return [page, width, Array.isArray(objects) ? objects.length : 0]
    })
    expect(jsonRows(result.files).map(({ Day }) => Day)).toEqual(['2026-01-02', '2026-01-02'])
    expect(rows).toEqual([
      [0, null, 2],
      [7, null, 1],
    ])
    expect(fatesOf(result)).toEqual([
      'answer dropped huggingface/about-left-out 1',
      'box changed huggingface/box-split 1',
      'box dropped huggingface/no-shape 1',
      'cell dropped huggingface/no-place 3',
      'span dropped huggingface/other-task 1',
    ])
  })

  it('drops answers about the document or a row where there is no page or another task', async () => {
    const document = documentOf({
      ...scan,
      media: [],
      annotations: [
        answerOf('a1', 'day', { type: 'document' }, { type: 'moment', iso: '2026-01-02' }),
        answerOf('a2', 'sure', { type: 'row', row: 0 }, { type: 'flag', flag: true }),
      ],
    })
    expect(fatesOf(await written([document], { task: 'boxes' }))).toEqual([
      'answer dropped huggingface/about-left-out 1',
      'answer dropped huggingface/other-task 1',
    ])
  })
})
