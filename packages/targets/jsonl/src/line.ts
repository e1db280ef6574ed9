import { joinCells, type SchemaIndex, usedAnnotations, wellFormed } from '@labelport/format'
import type { Annotation, Comment, LabeledDocument, StatementType } from '@labelport/model'
import {
  answerObject,
  boxObject,
  type LineScope,
  relationObject,
  spanObject,
  timestampObject,
  type Written,
} from './annotations.ts'
import { cellObject } from './cells.ts'
import { commentObject } from './comments.ts'
import { headOf } from './head.ts'
import { jsonText } from './json-text.ts'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'

/** The line of a document in pieces: as one text, a long document would not fit into a string. */
export function* lineOf(
  document: LabeledDocument,
  fates: DocumentFates,
  options: Options,
  index: SchemaIndex,
): Generator<string> {
  const { personName } = options
  const { cells } = document
  const text = joinCells(cells, (cell) => cells[cell]?.status === undefined, wellFormed)
  const scope: LineScope = { document, text, index, personName }
  const used = usedAnnotations(document, fates, options.unresolved)
  const { json } = jsonText(headOf(document, text, personName))
  yield json.slice(0, -1)
  yield* list('cells', cells, (cell, at) => {
    return item('cell', at, { fields: cellObject(cell, at, text) })
  })
  for (const { type, key } of lists) {
    const those = used.filter((one) => one.type === type)
    yield* list(key, those, (one) => item(type, one.id, annotationObject(one, scope)))
  }
  yield* commentsOf(document.comments)
  yield '}\n'

  function item(type: StatementType, id: string | number, { fields, change }: Written): string {
    const { json, mended } = jsonText(fields)
    if (change !== undefined) fates.change(type, change, id)
    else if (mended) fates.change(type, 'half-character', id)
    else fates.keep(type)
    return json
  }

  function* commentsOf(comments: readonly Comment[]): Generator<string> {
    const gone = new Set(document.annotations.map(({ id }) => id))
    for (const { id } of used) gone.delete(id)
    const kept: Comment[] = []
    for (const comment of comments) {
      const { id, about } = comment
      if (!options.comments) fates.drop('comment', 'comments-off', id)
      else if (about.type === 'annotation' && gone.has(about.id)) {
        fates.drop('comment', 'about-left-out', id)
      } else kept.push(comment)
    }
    // Null says that nobody asked; an empty list would say that there are none.
    if (!options.comments) yield ',"comments":null'
    else yield* list('comments', kept, (one) => item('comment', one.id, commentObject(one, scope)))
  }
}

const lists = [
  { type: 'span', key: 'spans' },
  { type: 'relation', key: 'relations' },
  { type: 'answer', key: 'answers' },
  { type: 'box', key: 'boxes' },
  { type: 'timestamp', key: 'timestamps' },
] as const satisfies readonly { readonly type: Annotation['type']; readonly key: string }[]

function annotationObject(annotation: Annotation, scope: LineScope): Written {
  switch (annotation.type) {
    case 'span':
      return spanObject(annotation, scope)
    case 'relation':
      return relationObject(annotation, scope)
    case 'answer':
      return answerObject(annotation, scope)
    case 'box':
      return boxObject(annotation, scope)
    case 'timestamp':
      return timestampObject(annotation, scope)
    default:
      return annotation satisfies never
  }
}

function* list<T>(
  key: string,
  items: readonly T[],
  print: (item: T, index: number) => string,
): Generator<string> {
  yield `,"${key}":[`
  for (const [index, one] of items.entries()) {
    yield index === 0 ? print(one, index) : `,${print(one, index)}`
  }
  yield ']'
}
