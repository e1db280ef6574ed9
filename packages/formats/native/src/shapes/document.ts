import type {
  Cabinet,
  Cell,
  Column,
  Comment,
  CommentTarget,
  LabeledDocument,
  Medium,
  Metadata,
  Page,
  Project,
  Segment,
} from '@labelport/model'
import { list, object, optional, tagged } from '../codec.ts'
import { extra, finite, flag, natural, oneOf, text, tokens } from '../scalars.ts'
import { annotation, textTarget, user } from './annotation.ts'

/** A document as a line holds it: what documents share is named by an id. */
export interface DocumentLine extends Omit<LabeledDocument, 'schema' | 'project' | 'cabinet'> {
  readonly schema: string
  readonly project?: string
  readonly cabinet?: string
}

const metadata = object<Metadata>({
  key: text,
  value: text,
  pinned: optional(flag),
  type: optional(text),
})

const cell = object<Cell>({
  row: natural,
  column: natural,
  text,
  tokens: optional(tokens),
  status: optional(oneOf('hidden', 'deleted')),
  metadata: optional(list(metadata)),
})

const medium = object<Medium>({
  type: oneOf('image', 'pdf', 'audio', 'other'),
  url: optional(text),
  pages: list(object<Page>({ index: natural, width: finite, height: finite })),
})

const commentTarget = tagged<CommentTarget>({
  document: object({ type: oneOf('document') }),
  annotation: object({ type: oneOf('annotation'), id: text }),
  text: object({ type: oneOf('text'), target: textTarget }),
  reply: object({ type: oneOf('reply'), to: text }),
  elsewhere: object({ type: oneOf('elsewhere'), reference: text }),
})

const comment = object<Comment>({
  id: text,
  text,
  about: commentTarget,
  by: optional(user),
  at: optional(text),
  resolved: optional(flag),
  extra: optional(extra),
})

/** Where a document came from. */
export const project = object<Project>({
  id: optional(text),
  name: optional(text),
  tags: optional(list(text)),
  completedAt: optional(text),
})

/** Whose copy a document is. */
export const cabinet = object<Cabinet>({
  role: oneOf('review', 'root', 'labeler'),
  user: optional(user),
  folder: optional(text),
})

/** A document or one segment of it. */
export const documentLine = object<DocumentLine>({
  id: text,
  name: text,
  part: optional(natural),
  segment: optional(object<Segment>({ index: natural, last: flag })),
  tasks: list(oneOf('token', 'row', 'document', 'box', 'audio', 'conversation')),
  columns: optional(list(object<Column>({ name: text, role: optional(oneOf('data', 'answer')) }))),
  cells: list(cell),
  media: list(medium),
  annotations: list(annotation),
  comments: list(comment),
  schema: text,
  project: optional(text),
  cabinet: optional(text),
  extra: optional(extra),
})
