import { type Timestamp, unknownOrigin } from '@labelport/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { cell, lines, mark, marks, textDocument } from './documents.ts'
import { type LoadedCases, loadCases } from './huggingface-cases.ts'
import { hasPython } from './python.ts'

const speakers = ['Zoë', 'בוט', 'Zoë', undefined, 'Ünï 😀']

const turns = lines.map((line, row) => {
  const value = speakers[row]
  return cell(row, line, value === undefined ? {} : { metadata: [{ key: 'speaker', value }] })
})

const talk = textDocument('talk', {
  tasks: ['conversation'],
  cells: turns,
  schema: {
    ...textDocument('any').schema,
    questions: [{ id: 'ok', text: 'Höflich?', about: { type: 'row' }, type: 'flag' }],
  },
  annotations: [
    ...marks,
    {
      type: 'answer',
      id: 'a',
      question: 'ok',
      about: { type: 'row', row: 2 },
      value: { type: 'flag', flag: true },
      origin: unknownOrigin,
    },
  ],
})

const silence = textDocument('silence', { tasks: ['conversation'], cells: [cell(0, '')] })

function stretch(id: string, startMs: number, endMs: number, more: Partial<Timestamp>): Timestamp {
  return { type: 'timestamp', id, startMs, endMs, origin: unknownOrigin, ...more }
}

const recording = textDocument('recording', {
  name: 'Łódź.mp3',
  tasks: ['audio'],
  media: [{ type: 'audio', pages: [] }],
  cells: turns,
  annotations: [
    stretch('t2', 1500.25, 2000, { target: { cell: 1, start: 0, end: lines[1].length } }),
    stretch('t1', 0, 1500.25, {
      labelSet: 'entities',
      label: 'u',
      target: { cell: 0, start: 0, end: 3 },
    }),
    mark('s', 'l', 1, 'München 🇩🇪'),
    stretch('t3', 2000, 7_200_000, { labelSet: 'entities', label: 'p' }),
  ],
})

const cases = {
  conversations: { documents: [silence, talk] },
  conversationJson: { documents: [silence, talk], options: { files: 'jsonl' } },
  silent: { documents: [silence] },
  segments: { documents: [recording], options: { task: 'audio-segments' } },
  segmentJson: { documents: [recording], options: { task: 'audio-segments', files: 'jsonl' } },
} as const

describe.skipIf(!hasPython)('huggingface × datasets, conversations and recordings', () => {
  let loaded: LoadedCases<keyof typeof cases>

  beforeAll(async () => {
    loaded = await loadCases(cases)
  })

  const turnType = {
    row: 'int32',
    speaker: 'string',
    text: 'string',
    spans: [{ fields: { start: 'int32', end: 'int32', label: 'string', text: 'string' } }],
    answers: 'string',
  }

  it.for(['conversations', 'conversationJson'] as const)(
    'loads %s whose turns have speakers, and labels that count in their own text',
    (name) => {
      const split = loaded.split(name)
      const features = { id: 'string', document: 'string', turns: [{ fields: turnType }] }
      expect(split.features).toEqual(features)
      expect(split.streamedFeatures).toEqual(features)
      expect(split.rows).toMatchObject([
        { id: 'silence', turns: [{ row: 0, speaker: null, text: '', spans: [], answers: null }] },
        {
          id: 'talk',
          document: 'talk.txt',
          turns: lines.map((line, row) => ({
            row,
            speaker: speakers[row] ?? null,
            text: line,
            answers: row === 2 ? '{"Höflich?":true}' : null,
          })),
        },
      ])
      expect(split.streamed).toEqual(split.rows)
      expect(split.slices.map(([slice]) => slice)).toEqual([
        'Zoë',
        'Ahmad',
        'Łódź',
        'München 🇩🇪',
        'שלום עולם',
      ])
      expect(split.sameByScript).toBe(true)
    },
  )

  it('loads turns without any label with their types', () => {
    expect(loaded.split('silent').features.turns).toEqual([{ fields: turnType }])
  })

  it.for(['segments', 'segmentJson'] as const)('loads %s in the order of time', (name) => {
    const split = loaded.split(name)
    expect(split.features).toEqual({
      id: 'string',
      document: 'string',
      start_ms: 'float64',
      end_ms: 'float64',
      label: 'string',
      speaker: 'string',
      text: 'string',
      spans: turnType.spans,
    })
    const of = { document: 'Łódź.mp3' }
    expect(split.rows).toEqual([
      {
        ...of,
        id: 'recording:0',
        start_ms: 0,
        end_ms: 1500.25,
        label: 'Unused 😀',
        text: 'Zoë',
        speaker: 'Zoë',
        spans: [],
      },
      {
        ...of,
        id: 'recording:1',
        start_ms: 1500.25,
        end_ms: 2000,
        label: null,
        text: lines[1],
        speaker: 'בוט',
        spans: [{ start: 15, end: 25, label: 'Place: "east" # side', text: 'München 🇩🇪' }],
      },
      {
        ...of,
        id: 'recording:2',
        start_ms: 2000,
        end_ms: 7_200_000,
        label: 'Person',
        text: null,
        speaker: null,
        spans: [],
      },
    ])
    expect(split.slices).toEqual([['München 🇩🇪', 'Place: "east" # side']])
    expect(split.streamed).toEqual(split.rows)
    expect(split.sameByScript).toBe(true)
  })
})
