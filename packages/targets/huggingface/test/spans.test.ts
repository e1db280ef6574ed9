import { describe, expect, it } from 'vitest'
import { answerOf, cellOf, documentOf, rows, spanOf } from './documents.ts'
import { fatesOf, jsonRows, parquetRows, written } from './written.ts'

const options = { task: 'spans', files: 'both' }

describe('the task spans', () => {
  it('counts code points, so that slices in Python are the labeled text, trap 1', async () => {
    const document = documentOf({
      annotations: [spanOf('s2', 'l', [0, 14, 18]), spanOf('s1', 'p', [0, 8, 10])],
    })
    const { files } = await written([document], options)
    const [row] = jsonRows(files)
    expect(row).toEqual({
      id: 'd1',
      document: 'a.txt',
      text: rows.join('\n'),
      spans: [
        { start: 8, end: 9, label: 'Person', text: '😀' },
        { start: 13, end: 17, label: 'Place "east" # 😀', text: 'Łódź' },
      ],
      Day: null,
      Lines: null,
    })
    expect(Array.from(rows.join('\n')).slice(13, 17).join('')).toBe('Łódź')
    expect(await parquetRows(files)).toEqual([row])
  })

  it('keeps overlapping labels and labels across rows', async () => {
    const annotations = [
      spanOf('s1', 'p', [0, 0, 10]),
      spanOf('s2', 'l', [0, 4, 4], { endCell: 2 }),
    ]
    const result = await written([documentOf({ annotations })], options)
    expect(jsonRows(result.files)[0]?.spans).toEqual([
      { start: 0, end: 9, label: 'Person', text: 'Zoë met 😀' },
      { start: 4, end: 23, label: 'Place "east" # 😀', text: 'met 😀 in Łódź\n\nשלום' },
    ])
    expect(fatesOf(result)).toEqual([])
  })

  it('keeps labels inside of labels, as nested as they are', async () => {
    const annotations = [
      spanOf('s3', 'p', [0, 8, 10]),
      spanOf('s1', 'l', [0, 0, 18]),
      spanOf('s2', 'p', [0, 4, 18]),
      spanOf('s4', 'l', [0, 8, 10]),
    ]
    const result = await written([documentOf({ annotations })], options)
    expect(jsonRows(result.files)[0]?.spans).toMatchObject([
      { text: 'Zoë met 😀 in Łódź', label: 'Place "east" # 😀' },
      { text: 'met 😀 in Łódź', label: 'Person' },
      { text: '😀', label: 'Person' },
      { text: '😀', label: 'Place "east" # 😀' },
    ])
    expect(result.ledger.kept.span).toBe(4)
  })

  it('has columns for the answers about the document', async () => {
    const day = { type: 'moment', iso: '2026-01-02' } as const
    const annotations = [
      answerOf('a1', 'day', { type: 'document' }, day),
      answerOf('a2', 'sure', { type: 'row', row: 0 }, { type: 'flag', flag: true }),
      answerOf('a3', 'day', { type: 'annotation', id: 's' }, day),
      spanOf('s', 'p', [0, 0, 3]),
    ]
    const result = await written([documentOf({ annotations })], options)
    expect(await parquetRows(result.files)).toMatchObject([{ Day: '2026-01-02', Lines: null }])
    expect(fatesOf(result)).toEqual([
      'answer dropped huggingface/no-place 1',
      'answer dropped huggingface/other-task 1',
    ])
  })

  it('drops a label that ends inside a character, trap 3', async () => {
    const result = await written(
      [documentOf({ annotations: [spanOf('s', 'p', [0, 8, 9])] })],
      options,
    )
    expect(fatesOf(result)).toEqual(['span dropped huggingface/lone-surrogate 1'])
  })

  it('says when a label goes across hidden rows or rows cannot be told apart', async () => {
    const cells = [cellOf(0, 'a'), cellOf(1, 'b', { status: 'deleted' }), cellOf(2, 'c\nd')]
    const annotations = [
      spanOf('across', 'p', [0, 0, 1], { endCell: 2 }),
      spanOf('inside', 'p', [1, 0, 1]),
    ]
    const result = await written([documentOf({ cells, annotations })], options)
    expect(jsonRows(result.files)).toMatchObject([
      { text: 'a\nc\nd', spans: [{ start: 0, end: 3, label: 'Person', text: 'a\nc' }] },
    ])
    expect(fatesOf(result)).toEqual([
      'cell changed huggingface/joined 1',
      'cell dropped huggingface/hidden-cell 1',
      'span changed huggingface/over-hidden 1',
      'span dropped huggingface/hidden-cell 1',
    ])
  })

  it('puts segments together into one row', async () => {
    const parts = ['a 😀', 'b'].map((text, index) => ({
      ...documentOf({
        cells: [cellOf(index, text)],
        annotations: [spanOf(`s${index}`, 'p', [0, 0, 1])],
      }),
      segment: { index, last: index === 1 },
    }))
    const whole = {
      text: 'a 😀\nb',
      spans: [
        { start: 0, end: 1, label: 'Person', text: 'a' },
        { start: 4, end: 5, label: 'Person', text: 'b' },
      ],
    }
    const complete = await written(parts, options)
    expect(jsonRows(complete.files)).toMatchObject([whole])
    const cutOff = parts.map((part) => ({ ...part, segment: { ...part.segment, last: false } }))
    expect(jsonRows((await written(cutOff, options)).files)).toMatchObject([whole])
  })

  it('is chosen for labeled text without tokens', async () => {
    const cells = [{ row: 0, column: 0, text: 'Zoë' }]
    const document = documentOf({ cells, annotations: [spanOf('s', 'p', [0, 0, 3])] })
    const { files } = await written([document], { files: 'jsonl' })
    const spans = [{ start: 0, end: 3, label: 'Person', text: 'Zoë' }]
    expect(jsonRows(files)[0]).toMatchObject({ spans })
  })
})
