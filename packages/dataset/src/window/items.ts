import type { Annotation, Comment, TextTarget } from '@labelport/model'
import { referencesOf } from '../prepare/dangling.ts'

/** A statement that waits for the windows it belongs to. */
export type Item = ItemPlace &
  (
    | { readonly type: 'comment'; readonly value: Comment }
    | { readonly type: Annotation['type']; readonly value: Annotation }
  )

/** Where a statement belongs. One with no place and nothing to speak about goes into one window. */
export interface ItemPlace {
  /** Different for every statement of a file. */
  readonly key: string
  /** Its number in the file. */
  readonly order: number
  /** In cells of the file. Absent for what has no place in the text. */
  readonly target?: TextTarget
  readonly row?: number
  /** The keys of what it speaks about. */
  readonly about: readonly string[]
  /** Whether it belongs to every window. */
  readonly everywhere: boolean
}

/** The item of an annotation of a segment that begins at cell `base` of its file. */
export function annotationItem(value: Annotation, order: number, base: number): Item {
  const { type } = value
  const target = type === 'answer' || type === 'relation' ? undefined : value.target
  return {
    type,
    value,
    order,
    key: keyOfAnnotation(value.id),
    about: referencesOf(value).map(keyOfAnnotation),
    everywhere: type === 'answer' && value.about.type === 'document',
    ...(type === 'answer' && value.about.type === 'row' ? { row: value.about.row } : {}),
    ...(target === undefined ? {} : { target: shifted(target, base) }),
  }
}

/** The item of a comment. */
export function commentItem(value: Comment, order: number, base: number): Item {
  const { about, id } = value
  return {
    type: 'comment',
    value,
    order,
    key: keyOfComment(id),
    about:
      about.type === 'annotation'
        ? [keyOfAnnotation(about.id)]
        : about.type === 'reply'
          ? [keyOfComment(about.to)]
          : [],
    everywhere: false,
    ...(about.type === 'text' ? { target: shifted(about.target, base) } : {}),
  }
}

const keyOfAnnotation = (id: string): string => `annotation ${id}`
const keyOfComment = (id: string): string => `comment ${id}`

function shifted(target: TextTarget, by: number): TextTarget {
  const { cell, endCell } = target
  return { ...target, cell: cell + by, ...(endCell !== undefined && { endCell: endCell + by }) }
}

/** An annotation at its place in a window. What formats remember of it speaks of the old one. */
export function annotationIn(value: Annotation, target: TextTarget | undefined): Annotation {
  if (target === undefined || value.type === 'relation' || value.type === 'answer') return value
  const { extra, ...rest } = value
  const merge = extra?.merge
  return { ...rest, target, ...(merge === undefined ? {} : { extra: { merge } }) }
}

/** A comment at its place in a window. */
export function commentIn(value: Comment, target: TextTarget | undefined): Comment {
  if (target === undefined) return value
  const { extra: _, ...rest } = value
  return { ...rest, about: { type: 'text', target } }
}
