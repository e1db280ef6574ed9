import type { Cabinet, LabelSchema, Project } from '@labelport/model'
import { type Codec, object, tagged } from './codec.ts'
import { oneOf, text } from './scalars.ts'
import { cabinet, type DocumentLine, documentLine, project } from './shapes/document.ts'
import { schema } from './shapes/schema.ts'

/** The version every line begins with. A reader refuses lines of a later one. */
export const version = 1

/** What follows the version: something documents share, under an id, or a document that names it. */
export type Line =
  | { readonly type: 'schema'; readonly id: string; readonly value: LabelSchema }
  | { readonly type: 'project'; readonly id: string; readonly value: Project }
  | { readonly type: 'cabinet'; readonly id: string; readonly value: Cabinet }
  | { readonly type: 'document'; readonly value: DocumentLine }

/** One line without its version. */
export const line: Codec<Line> = tagged<Line>({
  schema: object({ type: oneOf('schema'), id: text, value: schema }),
  project: object({ type: oneOf('project'), id: text, value: project }),
  cabinet: object({ type: oneOf('cabinet'), id: text, value: cabinet }),
  document: object({ type: oneOf('document'), value: documentLine }),
})
