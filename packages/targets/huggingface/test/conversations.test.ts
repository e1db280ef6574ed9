import type { Cell } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { answerOf, cellOf, documentOf, spanOf } from './documents.ts'
import { fatesOf, jsonRows, parquetRows, written } from './written.ts'

function turn(row: number, speaker: string, text: string, more: Partial<Cell> = {}): Cell {
  return cellOf(row, text, { metadata: [{ key: 'speaker', value: speaker }], ...more })
}

const talk = {
  name: 'talk.json',
  tasks: ['conversation'],
  cells: [turn(0, 'Zoë', '😀 e\u0301lan'), turn(1, 'בוט', 'שלום Łódź'), cellOf(2, '')],
} as const

describe('the task conversations', () => {
  it('writes turns with speakers and with labels that count in their own turn, trap 1', async () => {
    const document = documentOf({
      ...talk,
      annotations: [
        spanOf('s2', 'l', [1, 5, 9]),
        spanOf('s1', 'p', [0, 3, 8]),
        answerOf('a', 'mood', { type: 'row', row: 1 }, { type: 'choice', options: ['g'] }),
        answerOf('d', 'day', { type: 'document' }, { type: 'moment', iso: '2026-01-02' }),
      ],
    })
    const result = await written([document], { files: 'both' })
    const [row] = jsonRows(result.files)
    expect(row).toEqual({
      id: 'd1',
      document: 'talk.json',
      turns: [
        {
          row: 0,
          speaker: 'Zoë',
          text: '😀 e\u0301lan',
          spans: [{ start: 2, end: 7, label: 'Person', text: 'e\u0301lan' }],
          answers: null,
        },
        {
          row: 1,
          speaker: 'בוט',
          text: 'שלום Łódź',
          spans: [{ start: 5, end: 9, label: 'Place "east" # 😀', text: 'Łódź' }],
          answers: '{"Mood":"glad"}',
        },
        { row: 2, speaker: null, text: '', spans: [], answers: null },
      ],
      Day: '2026-01-02',
      Lines: null,
    })
    expect(await parquetRows(result.files)).toEqual([row])
    expect(fatesOf(result)).toEqual(['answer changed huggingface/answer-as-json 1'])
  })

  it('splits labels at the ends of turns and counts what is left out', async () => {
    const document = documentOf({
      ...talk,
      cells: [
        talk.cells[0],
        turn(1, 'Zoë', 'hidden', { status: 'hidden' }),
        turn(2, 'בוט', 'שלום'),
      ],
      annotations: [
        spanOf('across', 'p', [0, 3, 4], { endCell: 2 }),
        spanOf('into nothing', 'p', [0, 3, 0], { endCell: 1 }),
        spanOf('hidden', 'p', [1, 0, 6]),
        spanOf('half', 'p', [0, 1, 2]),
        answerOf('a1', 'sure', { type: 'row', row: 1 }, { type: 'flag', flag: true }),
        answerOf('a2', 'sure', { type: 'row', row: 0 }, { type: 'flag', flag: true }),
        answerOf('a3', 'sure', { type: 'row', row: 0 }, { type: 'flag', flag: false }),
      ],
    })
    const result = await written([document], { files: 'jsonl' })
    expect(jsonRows(result.files)).toMatchObject([
      {
        turns: [
          { spans: [{ text: 'e\u0301lan' }, { text: 'e\u0301lan' }], answers: '{"Sure?":true}' },
          { spans: [{ start: 0, end: 4, text: 'שלום' }], answers: null },
        ],
      },
    ])
    expect(fatesOf(result)).toEqual([
      'answer changed huggingface/answer-as-json 1',
      'answer dropped huggingface/about-left-out 1',
      'answer dropped huggingface/second-answer 1',
      'cell dropped huggingface/hidden-cell 1',
      'span changed huggingface/over-hidden 1',
      'span changed huggingface/span-split 1',
      'span dropped huggingface/hidden-cell 1',
      'span dropped huggingface/lone-surrogate 1',
    ])
  })
})
