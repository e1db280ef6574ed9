import { unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { bare, cellOf, documentOf, spanOf } from './documents.ts'
import { cardClasses, fatesOf, jsonRows, parquetRows, written } from './written.ts'

const place = 'Place "east" # 😀'
const marked = documentOf({
  annotations: [spanOf('s1', 'p', [0, 0, 3]), spanOf('s2', 'l', [0, 14, 18])],
})

describe('the task tokens', () => {
  it('writes equal rows as Parquet and as JSON Lines', async () => {
    const { files } = await written([marked], { files: 'both' })
    expect(jsonRows(files)).toEqual([
      {
        id: 'd1:0',
        document: 'a.txt',
        row: 0,
        tokens: ['Zoë', 'met', '😀', 'in', 'Łódź'],
        tags: [1, 0, 0, 0, 3],
      },
      { id: 'd1:1', document: 'a.txt', row: 1, tokens: [], tags: [] },
      { id: 'd1:2', document: 'a.txt', row: 2, tokens: ['שלום', 'e\u0301lan'], tags: [0, 0] },
    ])
    expect(await parquetRows(files)).toEqual(jsonRows(files))
  })

  it('numbers classes in the order of the schema, then as they are met, trap 31', async () => {
    const unknown = documentOf({ id: 'd2', annotations: [spanOf('s1', 'New', [0, 0, 3])] })
    const { files } = await written([unknown, marked], { files: 'jsonl' })
    expect(cardClasses(files).get('tags')).toEqual([
      'O',
      'B-Person',
      'I-Person',
      `B-${place}`,
      `I-${place}`,
      'B-New',
      'I-New',
    ])
    expect(jsonRows(files)[0]?.tags).toEqual([5, 0, 0, 0, 0])
  })

  it('gives equally named labels of two projects one class, and two of one schema two, trap 28', async () => {
    const labels = [
      { id: '1', name: 'City' },
      { id: '1.1', name: 'Other', parent: '1' },
      { id: '2', name: 'Other' },
    ]
    const other = {
      ...bare,
      labelSets: [{ id: 'x', name: 'X', appliesTo: 'text', labels }],
    } as const
    const { files, diagnostics } = await written([
      documentOf({
        schema: other,
        annotations: [spanOf('s', '1.1', [0, 0, 3], { labelSet: 'x' })],
      }),
      documentOf({ id: 'd2', schema: structuredClone(other) }),
    ])
    const classes = cardClasses(files)
      .get('tags')
      ?.filter((name) => name.startsWith('B-'))
    expect(classes).toEqual(['B-City', 'B-City/Other', 'B-Other'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['huggingface/class-lengthened'])
  })

  it('keeps one of overlapping labels by the rule and counts the other, traps 15 and 16', async () => {
    const annotations = [spanOf('s1', 'p', [0, 0, 7]), spanOf('s2', 'l', [0, 4, 18])]
    const document = documentOf({ annotations })
    const longest = await written([document], { files: 'jsonl' })
    expect(jsonRows(longest.files)[0]?.tags).toEqual([0, 3, 4, 4, 4])
    expect(fatesOf(longest)).toEqual(['span dropped huggingface/overlap 1'])
    const first = await written([document], { files: 'jsonl', overlap: 'first' })
    expect(jsonRows(first.files)[0]?.tags).toEqual([1, 2, 0, 0, 0])
  })

  it('splits, widens and counts what does not fit, traps 9 and 14', async () => {
    const result = await written(
      [
        documentOf({
          annotations: [
            spanOf('across', 'p', [0, 14, 4], { endCell: 2 }),
            spanOf('inside', 'l', [0, 1, 2]),
            spanOf('blank', 'l', [0, 3, 4]),
          ],
        }),
      ],
      { files: 'jsonl' },
    )
    expect(jsonRows(result.files).map(({ tags }) => tags)).toEqual([[3, 0, 0, 0, 1], [], [1, 0]])
    expect(fatesOf(result)).toEqual([
      'span changed huggingface/span-split 1',
      'span changed huggingface/token-edges 1',
      'span dropped huggingface/no-token 1',
    ])
  })

  it('leaves out hidden rows, rows without tokens and half characters, traps 3 and 34', async () => {
    const result = await written(
      [
        documentOf({
          cells: [
            cellOf(0, 'secret', { status: 'hidden' }),
            cellOf(1, 'half \ud83d'),
            { row: 2, column: 0, text: 'not cut' },
            cellOf(3, 'two  blanks'),
          ],
          annotations: [
            spanOf('s1', 'p', [0, 0, 6]),
            spanOf('s2', 'p', [1, 0, 4]),
            spanOf('s3', 'p', [2, 0, 3]),
            spanOf('s4', 'p', [0, 0, 3], { endCell: 3 }),
            spanOf('s5', 'p', [3, 0, 3], { origin: { by: 'conflict' } }),
            spanOf('s6', 'p', [3, 0, 3], { origin: { by: 'labeler', verdict: 'rejected' } }),
          ],
        }),
      ],
      { files: 'jsonl', task: 'tokens' },
    )
    expect(jsonRows(result.files)).toEqual([
      { id: 'd1:3', document: 'a.txt', row: 3, tokens: ['two', 'blanks'], tags: [1, 0] },
    ])
    expect(fatesOf(result)).toEqual([
      'cell changed huggingface/whitespace 1',
      'cell dropped huggingface/hidden-cell 1',
      'cell dropped huggingface/lone-surrogate 1',
      'cell dropped huggingface/not-tokenized 1',
      'span changed huggingface/over-hidden 1',
      'span dropped huggingface/hidden-cell 1',
      'span dropped huggingface/lone-surrogate 1',
      'span dropped huggingface/not-tokenized 1',
      'span dropped huggingface/rejected 1',
      'span dropped huggingface/unresolved 1',
    ])
  })

  it('includes what is unresolved when it is told to', async () => {
    const annotations = [spanOf('s1', 'p', [0, 0, 3], { origin: { by: 'conflict' } })]
    const options = { files: 'jsonl', unresolved: 'include' }
    const { files } = await written([documentOf({ annotations })], options)
    expect(jsonRows(files)[0]?.tags).toEqual([1, 0, 0, 0, 0])
  })

  it('drops what has no place, and what belongs to another task', async () => {
    const document = documentOf({
      annotations: [
        spanOf('s1', 'p', [0, 0, 3]),
        {
          type: 'relation',
          id: 'r',
          labelSet: 'text',
          from: 's1',
          to: 's1',
          origin: unknownOrigin,
        },
        { type: 'timestamp', id: 't', startMs: 0, endMs: 1, origin: unknownOrigin },
        {
          type: 'answer',
          id: 'a',
          question: 'day',
          about: { type: 'document' },
          value: { type: 'moment', iso: '2026-01-02' },
          origin: unknownOrigin,
        },
      ],
      comments: [{ id: 'c', text: 'really?', about: { type: 'document' } }],
    })
    const result = await written([document], { task: 'tokens' })
    expect(fatesOf(result)).toEqual([
      'answer dropped huggingface/other-task 1',
      'comment dropped huggingface/no-place 1',
      'relation dropped huggingface/other-task 1',
      'timestamp dropped huggingface/other-task 1',
    ])
  })
})
