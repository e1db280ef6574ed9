import { describe, expect, it } from 'vitest'
import { answerOf, cellOf, documentOf, spanOf, timestampOf } from './documents.ts'
import { fatesOf, jsonRows, parquetRows, textIn, written } from './written.ts'

const speaker = (value: string) => ({ metadata: [{ key: 'speaker', value }] })

const recording = {
  name: 'talk.mp3',
  tasks: ['audio'],
  media: [{ type: 'audio', url: 'https://example.org/signed', pages: [] }],
  cells: [
    cellOf(0, 'Zoë lacht 😀', speaker('Zoë')),
    cellOf(1, 'שלום', speaker('בוט')),
    cellOf(2, 'nobody marked this'),
  ],
} as const

describe('the task audio-segments', () => {
  it('writes a row for each stretch in the order of time, with its words and speaker', async () => {
    const labeled = { labelSet: 'text', label: 'p' }
    const document = documentOf({
      ...recording,
      annotations: [
        timestampOf('t2', [1250.5, 2000], { target: { cell: 0, start: 4, end: 4, endCell: 1 } }),
        timestampOf('t1', [0, 1250.5], { ...labeled, target: { cell: 0, start: 0, end: 12 } }),
        timestampOf('t3', [2000, 2000], labeled),
        answerOf('d', 'day', { type: 'document' }, { type: 'moment', iso: '2026-01-02' }),
      ],
    })
    const result = await written([document], { files: 'both' })
    const shared = { document: 'talk.mp3', Day: '2026-01-02', Lines: null }
    const expected = [
      {
        ...shared,
        id: 'd1:0',
        start_ms: 0,
        end_ms: 1250.5,
        label: 'Person',
        text: 'Zoë lacht 😀',
        speaker: 'Zoë',
        spans: [],
      },
      {
        ...shared,
        id: 'd1:1',
        start_ms: 1250.5,
        end_ms: 2000,
        label: null,
        text: 'lacht 😀\nשלום',
        speaker: null,
        spans: [],
      },
      {
        ...shared,
        id: 'd1:2',
        start_ms: 2000,
        end_ms: 2000,
        label: 'Person',
        text: null,
        speaker: null,
        spans: [],
      },
    ]
    expect(jsonRows(result.files)).toEqual(expected)
    expect(await parquetRows(result.files)).toEqual(expected)
    expect(fatesOf(result)).toEqual([
      'cell changed huggingface/in-segments 2',
      'cell dropped huggingface/no-segment 1',
    ])
    expect(textIn(result.files, 'README.md')).not.toContain('signed')
  })

  it('says when words are hidden, and drops answers where there is no stretch', async () => {
    const cells = [cellOf(0, 'secret', { status: 'hidden' })]
    const target = { cell: 0, start: 0, end: 6 }
    const spoken = documentOf({
      ...recording,
      cells,
      annotations: [timestampOf('t', [0, 1], { target })],
    })
    const silent = documentOf({
      ...recording,
      id: 'd2',
      annotations: [
        answerOf('d', 'day', { type: 'document' }, { type: 'moment', iso: '2026-01-02' }),
      ],
    })
    const result = await written([spoken, silent], { files: 'jsonl' })
    expect(jsonRows(result.files)).toMatchObject([{ id: 'd1:0', text: null, speaker: null }])
    expect(fatesOf(result)).toEqual([
      'answer dropped huggingface/about-left-out 1',
      'cell dropped huggingface/hidden-cell 1',
      'cell dropped huggingface/no-segment 3',
      'timestamp changed huggingface/over-hidden 1',
    ])
  })

  it('puts labels on words into the first segment that covers them, trap 1', async () => {
    const target = { cell: 0, start: 10, endCell: 1, end: 4 }
    const document = documentOf({
      ...recording,
      annotations: [
        timestampOf('late', [5, 6], { target: { cell: 0, start: 0, endCell: 1, end: 4 } }),
        timestampOf('early', [1, 5], { target }),
        timestampOf('silent', [0, 1]),
        spanOf('second line', 'p', [1, 0, 4]),
        spanOf('only late', 'l', [0, 0, 12]),
        spanOf('nowhere', 'l', [2, 0, 6]),
      ],
    })
    const result = await written([document], { task: 'audio-segments', files: 'jsonl' })
    expect(jsonRows(result.files)).toMatchObject([
      { start_ms: 0, text: null, spans: [] },
      {
        start_ms: 1,
        text: '😀\nשלום',
        spans: [{ start: 2, end: 6, label: 'Person', text: 'שלום' }],
      },
      { start_ms: 5, spans: [{ start: 0, end: 11, text: 'Zoë lacht 😀' }] },
    ])
    expect(fatesOf(result)).toContain('span dropped huggingface/no-segment 1')
    expect(result.ledger.kept.span).toBe(2)
  })

  it('is not chosen where labels lie in the transcript', async () => {
    const annotations = [spanOf('s', 'p', [0, 0, 3]), timestampOf('t', [0, 1])]
    const { files } = await written([documentOf({ ...recording, annotations })], { files: 'jsonl' })
    expect(Object.keys(jsonRows(files)[0] ?? {})).toContain('tags')
  })
})
