import { type DoubtFates, usedAnnotations } from '@labelport/format'
import type { Annotation, StatementType } from '@labelport/model'
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
import { commentObject, keptComments } from './comments.ts'
import { jsonText } from './json-text.ts'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'

const annotationLists = [
  { type: 'span', key: 'spans' },
  { type: 'relation', key: 'relations' },
  { type: 'answer', key: 'answers' },
  { type: 'box', key: 'boxes' },
  { type: 'timestamp', key: 'timestamps' },
] as const satisfies readonly { readonly type: Annotation['type']; readonly key: string }[]

/** The name of a list of statements. */
export type ListKey = 'cells' | (typeof annotationLists)[number]['key'] | 'comments'

/** The lists of statements in a line, in their order. */
export function listKeys({ comments }: Pick<Options, 'comments'>): readonly ListKey[] {
  const annotations = annotationLists.map(({ key }) => key)
  return ['cells', ...annotations, ...(comments ? (['comments'] as const) : [])]
}

/** The elements of one list as JSON. */
export interface List {
  readonly key: ListKey
  /** Every one has its fate told when it is printed. */
  readonly elements: Iterable<string>
}

/** What is told of the statements of a scope. */
export interface ListFates {
  readonly fates: DocumentFates
  readonly doubts: DoubtFates
  /** Cells of earlier segments. */
  readonly firstCell: number
}

/** Prints the lists of a document, or of a segment; one that is not written is not among them. */
export function* listsOf(
  scope: LineScope,
  { fates, doubts, firstCell }: ListFates,
  options: Options,
): Generator<List> {
  const { document } = scope
  const used = usedAnnotations(document, doubts, options.unresolved)
  yield {
    key: 'cells',
    elements: printed(document.cells, (cell, at) => {
      return element('cell', firstCell + at, { fields: cellObject(cell, at, scope) })
    }),
  }
  for (const { type, key } of annotationLists) {
    const those = used.filter((one) => one.type === type)
    yield {
      key,
      elements: printed(those, (one) => element(type, one.id, annotationObject(one, scope))),
    }
  }
  const comments = keptComments(document, used, fates, options)
  if (comments === undefined) return
  yield {
    key: 'comments',
    elements: printed(comments, (one) => element('comment', one.id, commentObject(one, scope))),
  }

  function element(type: StatementType, id: string | number, { fields, change }: Written): string {
    const { json, mended } = jsonText(fields)
    if (change !== undefined) fates.change(type, change, id)
    else if (mended) fates.change(type, 'half-character', id)
    else fates.keep(type)
    return json
  }
}

function* printed<T>(
  items: readonly T[],
  print: (item: T, index: number) => string,
): Generator<string> {
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]
    if (item !== undefined) yield print(item, index)
  }
}

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
