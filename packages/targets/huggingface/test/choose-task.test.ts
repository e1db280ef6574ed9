import type { LabeledDocument } from '@labelport/model'
import { expect, it } from 'vitest'
import { chooseTask } from '../src/choose-task.ts'
import {
  answerOf,
  boxOf,
  documentOf,
  relationOf,
  spanOf,
  tableOf,
  timestampOf,
} from './documents.ts'

const auto = { task: 'auto', unresolved: 'exclude' } as const
const untokenized = [{ row: 0, column: 0, text: 'Zoë' }]
const span = spanOf('s', 'p', [0, 0, 3])
const day = { type: 'moment', iso: '2026-01-02' } as const

const cases: Readonly<Record<string, readonly [expected: string, Partial<LabeledDocument>]>> = {
  'boxes before all others': [
    'boxes',
    { annotations: [span, boxOf('b', [0]), relationOf('r', 's', 's')] },
  ],
  'stretches of time': ['audio-segments', { annotations: [timestampOf('t', [0, 1])] }],
  'arrows before labels': ['relations', { annotations: [span, relationOf('r', 's', 's')] }],
  'no arrows that are in doubt': [
    'tokens',
    { annotations: [span, { ...relationOf('r', 's', 's'), origin: { by: 'conflict' } }] },
  ],
  conversations: ['conversations', { tasks: ['conversation'], annotations: [span] }],
  'labels in tokens': ['tokens', { tasks: [], annotations: [span] }],
  'labels in text without tokens': ['spans', { cells: untokenized, annotations: [span] }],
  'transcripts without times': ['tokens', { tasks: ['audio'] }],
  tables: ['rows', tableOf(['A'], [['1']], { tasks: [] })],
  'answers about rows': [
    'rows',
    { tasks: [], annotations: [answerOf('a', 'x', { type: 'row', row: 0 }, day)] },
  ],
  'answers about documents': ['documents', { tasks: ['document'] }],
  'tokens without anything': ['tokens', { tasks: [] }],
  'text without anything': ['documents', { tasks: [], cells: untokenized }],
}

it.for(Object.entries(cases))('chooses a task for %s', ([, [expected, parts]]) => {
  const { task, why } = chooseTask(documentOf(parts), auto)
  expect(task).toBe(expected)
  expect(why).toContain('the first document')
})

it('does what it is told, also without a document', () => {
  expect(chooseTask(undefined, { ...auto, task: 'rows' })).toEqual({
    task: 'rows',
    why: 'it was asked for',
  })
  expect(chooseTask(undefined, auto).task).toBe('tokens')
})
