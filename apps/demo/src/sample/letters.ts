import type { Copy } from './note-file.ts'
import { people } from './people.ts'
import { tokensOf } from './tokens.ts'

/** A letter, and how everybody classified it: subject, mood from 1 to 5, whether it wants an answer. */
interface Letter {
  readonly name: string
  readonly rows: readonly string[]
  readonly said: Readonly<Record<Exclude<Copy, 'root'>, readonly [string, string, boolean]>>
}

/** Letters to the garden. */
export const letters: readonly Letter[] = [
  {
    name: 'letter-cedar.txt',
    rows: [
      'Dear gardeners,',
      'the old cedar behind our school has lost a branch in the storm. Can it be saved?',
      'With kind regards from class 4b \u{1F332}',
    ],
    said: {
      review: ['Trees', '4', true],
      ivy: ['Trees', '4', true],
      moss: ['Trees;School', '3', true],
    },
  },
  {
    name: 'letter-żonkil.txt',
    rows: [
      'Szanowni Państwo, żonkile kwitły w tym roku jak nigdy.',
      'Nothing to ask for, only thanks.',
    ],
    said: {
      review: ['Flowers', '5', false],
      ivy: ['Flowers', '5', false],
      moss: ['Flowers', '5', true],
    },
  },
]

const topics = ['Trees', 'Flowers', 'School']

const questions = [
  {
    id: 0,
    label: 'What is it about?',
    required: true,
    type: 'DROPDOWN',
    config: { multiple: true, options: topics.map((label) => ({ id: `t-${label}`, label })) },
  },
  {
    id: 1,
    label: 'Mood',
    required: false,
    type: 'SLIDER',
    config: { multiple: false, min: 1, max: 5, step: 1 },
  },
  {
    id: 2,
    label: 'Wants an answer',
    required: false,
    type: 'CHECKBOX',
    config: { multiple: false },
  },
]

/** A letter as a file of a project for whole documents. */
export function letterFile(
  { name, rows, said }: Letter,
  copy: Copy,
  project: { readonly id: string; readonly name: string },
): string {
  const [topic = null, mood = null, answer = null] = copy === 'root' ? [] : said[copy]
  const data = {
    project,
    document: { id: `${name}/${copy}`, name },
    kinds: ['DOCUMENT_BASED'],
    rows: rows.map((content) => [
      { content, tokens: tokensOf(content).map(({ text }) => text), metadata: [] },
    ]),
    labelerInfo: people[copy === 'review' || copy === 'root' ? 'head' : copy],
    comments: [],
    url: `datasaur://static/11/${name}`,
    documentQuestions: questions,
    documentAnswerSet: {
      '0': topic === null ? null : topic.split(';'),
      '1': mood,
      '2': answer,
    },
  }
  return `${JSON.stringify({ version: '1', data })}\n`
}
