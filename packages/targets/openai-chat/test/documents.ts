import {
  type Answer,
  type AnswerTarget,
  type LabeledDocument,
  type LabelSchema,
  type Span,
  unknownOrigin,
} from '@labelport/model'

export const entities = {
  labelSets: [
    {
      id: 'set',
      appliesTo: 'text',
      labels: [
        { id: 'p', name: 'Person' },
        { id: 'l', name: 'Place {text}' },
      ],
    },
  ],
  questions: [],
} as const satisfies LabelSchema

export const classes = {
  labelSets: [],
  questions: [
    { id: 'why', text: 'Why?', about: { type: 'row' }, type: 'text' },
    {
      id: 'mood',
      text: 'How is the mood?',
      about: { type: 'row' },
      type: 'choice',
      options: [
        { id: 'g', name: 'glad 😀' },
        { id: 'c', name: 'calm' },
      ],
    },
    {
      id: 'topics',
      text: 'Topics',
      about: { type: 'document' },
      type: 'choice',
      multiple: true,
      options: [
        { id: 't1', name: 'sea' },
        { id: 't2', name: 'air' },
      ],
    },
  ],
} as const satisfies LabelSchema

/** An emoji before a label, right to left, a combining mark, quotes. */
export const rows = ['Zoë met 😀 "Ahmad" in Łódź', 'שלום e\u0301lan'] as const

export function documentOf(parts: Partial<LabeledDocument> = {}): LabeledDocument {
  return {
    id: 'd1',
    name: 'a.txt',
    tasks: ['token'],
    cells: rows.map((text, row) => ({ row, column: 0, text })),
    media: [],
    annotations: [],
    comments: [],
    schema: entities,
    ...parts,
  }
}

/** A table of reviews, one in each row. */
export function tableOf(
  texts: readonly string[],
  parts: Partial<LabeledDocument> = {},
): LabeledDocument {
  return documentOf({
    tasks: ['row'],
    columns: [{ name: 'Review' }],
    cells: texts.map((text, row) => ({ row, column: 0, text })),
    schema: classes,
    ...parts,
  })
}

export function spanOf(
  id: string,
  label: string,
  [cell, start, end]: readonly [number, number, number],
  more: Partial<Span> & { readonly endCell?: number } = {},
): Span {
  const { endCell, ...rest } = more
  const target = endCell === undefined ? { cell, start, end } : { cell, start, end, endCell }
  return { type: 'span', id, labelSet: 'set', label, target, origin: unknownOrigin, ...rest }
}

/** A choice about a row or the document. */
export function choiceOf(
  id: string,
  question: string,
  about: AnswerTarget,
  options: readonly string[],
): Answer {
  const value = { type: 'choice', options } as const
  return { type: 'answer', id, question, about, value, origin: unknownOrigin }
}

/** A copy of a document in somebody's cabinet. */
export function copyOf(
  document: LabeledDocument,
  role: 'review' | 'labeler',
  annotations: LabeledDocument['annotations'],
  who = 'zoe',
): LabeledDocument {
  const cabinet = { role, user: { email: `${who}@example.org` } } as const
  return { ...document, id: `${document.id}-${role}-${who}`, cabinet, annotations }
}
