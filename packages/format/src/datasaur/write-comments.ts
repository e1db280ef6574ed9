import type { Comment, LabeledDocument } from '@labelport/model'
import { idText } from './fields.ts'
import { parseSpanTextHash, spanTextHash } from './hash-code.ts'
import { sourceId } from './ids.ts'
import { isObject, type JsonObject } from './json-value.ts'
import type { Layout } from './layout.ts'
import type { Placement } from './placement.ts'
import { positionOf } from './position-of.ts'
import type { Tally } from './tally.ts'
import { isUserKept, userIdValue } from './users.ts'

/** What writing comments needs. */
export interface CommentWriting {
  readonly format: string
  readonly layout: Layout
  readonly placement: Placement
  readonly labelerInfo: JsonObject
  readonly tally: Tally
  /** What replies may reply to. Absent means the comments of the document. */
  readonly thread?: readonly Comment[]
}

/** Writes the comments of a document and tells the tally what became of each. */
export function writeComments(
  document: Pick<LabeledDocument, 'comments'>,
  writing: CommentWriting,
): JsonObject[] {
  const sourceOf = (comment: Comment): JsonObject | undefined => {
    const source = comment.extra?.[writing.format]
    return isObject(source) ? source : undefined
  }
  const written = new Map<string, unknown>()
  for (const comment of writing.thread ?? document.comments) {
    written.set(comment.id, sourceId(comment.id, sourceOf(comment)?.id))
  }
  return document.comments.map((comment) => {
    const source = sourceOf(comment)
    const anchor = anchorOf(comment, source, written, writing)
    if (anchor.moved) writing.tally.change('comment', 'comment-moved-to-document', comment.id)
    else if (comment.resolved !== undefined) {
      writing.tally.change('comment', 'resolved-left-out', comment.id)
    } else if (!isUserKept(comment.by, writing.labelerInfo)) {
      writing.tally.change('comment', 'person-reduced', comment.id)
    } else writing.tally.keep('comment')
    return {
      ...source,
      id: written.get(comment.id),
      parentId: anchor.parentId,
      hashCode: anchor.hashCode,
      message: comment.text,
      type: anchor.type,
      userId: userIdValue(comment.by, source?.userId),
      createdAt: comment.at ?? null,
    }
  })
}

interface Anchor {
  readonly parentId: unknown
  readonly hashCode: unknown
  readonly type: unknown
  readonly moved?: boolean
}

const onDocument = { parentId: null, hashCode: null, type: 'COMMENT' } as const

const typeOf = { span: 'SPAN_LABEL', relation: 'ARROW_LABEL', timestamp: 'COMMENT' } as const

function anchorOf(
  comment: Comment,
  source: JsonObject | undefined,
  written: ReadonlyMap<string, unknown>,
  { layout, placement }: CommentWriting,
): Anchor {
  const { about } = comment
  const known = source === undefined ? undefined : { ...onDocument, ...source }
  switch (about.type) {
    case 'document':
      return known && !known.parentId && !known.hashCode ? known : onDocument
    case 'reply': {
      const parentId = written.get(about.to)
      if (known && idText(known.parentId) === about.to) return known
      return { ...onDocument, parentId: parentId ?? about.to }
    }
    case 'elsewhere':
      if (known && (known.parentId ?? known.hashCode) === about.reference) return known
      return { ...onDocument, hashCode: about.reference, type: typeOfHash(about.reference) }
    case 'text': {
      const hash = typeof known?.hashCode === 'string' ? known.hashCode : ''
      const place = positionOf(about.target, parseSpanTextHash(hash), layout)
      if (typeof place === 'string') return { ...onDocument, moved: true }
      if (place.isHere && known) return known
      return { ...onDocument, hashCode: spanTextHash(place.position), type: 'SPAN_TEXT' }
    }
    case 'annotation': {
      const placed = placement.hashes.get(about.id)
      if (placed === undefined) return { ...onDocument, moved: true }
      const { type, hash } = placed
      if (known && known.hashCode === hash && !known.parentId) return known
      const isLabel = type === 'span' || type === 'relation'
      return { ...onDocument, hashCode: hash, type: isLabel ? typeOf[type] : 'COMMENT' }
    }
    default:
      return about satisfies never
  }
}

function typeOfHash(hash: string): string {
  if (hash.startsWith('SPAN_TEXT:')) return 'SPAN_TEXT'
  if (hash.startsWith('SPAN:')) return 'SPAN_LABEL'
  return hash.startsWith('ARROW:') ? 'ARROW_LABEL' : 'COMMENT'
}
