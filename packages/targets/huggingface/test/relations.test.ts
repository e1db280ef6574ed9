import { describe, expect, it } from 'vitest'
import { answerOf, cellOf, documentOf, relationOf, rows, spanOf } from './documents.ts'
import { cardClasses, fatesOf, jsonRows, parquetRows, textIn, written } from './written.ts'

const both = { files: 'both' } as const
const place = 'Place "east" # 😀'

describe('the task relations', () => {
  it('writes entities in the order of the text and arrows between their places, traps 1 and 27', async () => {
    const document = documentOf({
      annotations: [
        relationOf('r1', 'later', 'first', 'p'),
        spanOf('later', 'l', [2, 0, 4]),
        spanOf('first', 'p', [0, 8, 10]),
        relationOf('r2', 'first', 'first'),
      ],
    })
    const result = await written([document], both)
    const [row] = jsonRows(result.files)
    expect(row).toEqual({
      id: 'd1',
      document: 'a.txt',
      text: rows.join('\n'),
      entities: [
        { start: 8, end: 9, label: 'Person', text: '😀' },
        { start: 19, end: 23, label: place, text: 'שלום' },
      ],
      relations: [
        { head: 1, tail: 0, label: 'Person' },
        { head: 0, tail: 0, label: null },
      ],
      Day: null,
      Lines: null,
    })
    expect(await parquetRows(result.files)).toEqual([row])
    expect(fatesOf(result)).toEqual([])
    expect(result.ledger.kept).toMatchObject({ relation: 2, span: 2, cell: 3 })
    const card = textIn(result.files, 'README.md')
    expect(card).toContain('| relation: Person | 1 |')
    expect(card).toContain('the first document has arrows between labels')
    expect([...cardClasses(result.files)]).toEqual([])
  })

  it('drops arrows whose ends are not in the row, and says so, trap 27', async () => {
    const document = documentOf({
      cells: [cellOf(0, 'a 😀'), cellOf(1, 'b', { status: 'hidden' })],
      annotations: [
        spanOf('s1', 'p', [0, 0, 1]),
        spanOf('s2', 'p', [1, 0, 1]),
        relationOf('kept', 's1', 's1'),
        relationOf('to a hidden one', 's1', 's2'),
        relationOf('to an arrow', 's1', 'kept'),
        relationOf('to a doubtful one', 'doubtful', 's1'),
        spanOf('doubtful', 'p', [0, 2, 4], { origin: { by: 'conflict' } }),
      ],
    })
    const result = await written([document], both)
    expect(jsonRows(result.files)[0]?.relations).toEqual([{ head: 0, tail: 0, label: null }])
    expect(fatesOf(result)).toEqual([
      'cell dropped huggingface/hidden-cell 1',
      'relation dropped huggingface/arrow-end 3',
      'span dropped huggingface/hidden-cell 1',
      'span dropped huggingface/unresolved 1',
    ])
  })

  it('has no row for a document of which nothing is shown', async () => {
    const document = documentOf({
      cells: [cellOf(0, 'a', { status: 'deleted' })],
      annotations: [
        spanOf('s', 'p', [0, 0, 1]),
        relationOf('r', 's', 's'),
        answerOf('a', 'day', { type: 'document' }, { type: 'moment', iso: '2026-01-02' }),
      ],
    })
    const result = await written([document], both)
    expect(jsonRows(result.files)).toEqual([])
    expect(fatesOf(result)).toEqual([
      'answer dropped huggingface/about-left-out 1',
      'cell dropped huggingface/hidden-cell 1',
      'relation dropped huggingface/arrow-end 1',
      'span dropped huggingface/hidden-cell 1',
    ])
  })
})
