import type { Format } from '@labelport/format'
import { dropTypes } from '@labelport/format'
import {
  type Annotation,
  type Cabinet,
  countStatements,
  emptySchema,
  type LabeledDocument,
  type LabelSchema,
  statementTypes,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'

export const herbs: LabelSchema = {
  labelSets: [
    {
      id: '0',
      name: 'Kräuter 🌿',
      appliesTo: 'text',
      labels: [
        { id: 'a', name: 'Blatt' },
        { id: 'b', name: 'Wurzel' },
      ],
    },
  ],
  questions: [],
}

export const review: Cabinet = { role: 'review', folder: 'REVIEW' }
export const root: Cabinet = { role: 'root', folder: 'ROOT-ann_example_org' }
export const ann: Cabinet = {
  role: 'labeler',
  folder: 'DOCUMENT-ann_example_org',
  user: { id: '7', name: 'Ann Ähre', email: 'ann@example.org' },
}

/** A document of two rows with a span on its first cell. */
export function herbDocument(name: string, given: Partial<LabeledDocument> = {}): LabeledDocument {
  const tokens = new TokenBuffer()
  tokens.add(0, 5)
  tokens.add(6, 12)
  return {
    id: name,
    name,
    tasks: ['token'],
    cells: [
      { row: 0, column: 0, text: 'Salbei wächst', tokens: tokens.take() },
      { row: 1, column: 0, text: 'hier', status: 'hidden' },
    ],
    media: [],
    annotations: [span(`${name}-1`)],
    comments: [],
    schema: herbs,
    project: { id: 'p1', name: 'Kräutergarten' },
    ...given,
  }
}

export function span(id: string, label = 'a'): Annotation {
  return {
    type: 'span',
    id,
    origin: unknownOrigin,
    labelSet: '0',
    label,
    target: { cell: 0, start: 0, end: 6 },
  }
}

export async function* streamOf(
  ...documents: readonly LabeledDocument[]
): AsyncGenerator<LabeledDocument> {
  yield* documents
}

/** Writes names, keeps spans and cells, drops everything else. */
export const lister: Format = {
  id: 'lister',
  title: 'Names only',
  extensions: ['.txt'],
  tasks: ['token'],
  carries: { text: 'full', span: 'partial' },
  writer: {
    async *write(documents, { account }) {
      for await (const document of documents) {
        yield { path: 'names.txt', chunk: `${document.name}\n` }
        const counts = countStatements(document)
        account.keep('cell', counts.cell)
        account.keep('span', counts.span)
        const others = statementTypes.filter((type) => type !== 'cell' && type !== 'span')
        dropTypes(account, document, others, { code: 'lister/dropped', reason: 'No place for it.' })
      }
    },
  },
}

export { emptySchema }
