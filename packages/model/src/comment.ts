import type { TextTarget } from './annotation.ts'
import type { Extra } from './document.ts'
import type { User } from './origin.ts'

/** Something a person wrote about a document, a label, a stretch of text or another comment. */
export interface Comment {
  /** Unique among the comments of its document. */
  readonly id: string
  readonly text: string
  readonly about: CommentTarget
  readonly by?: User
  /** ISO 8601. */
  readonly at?: string
  readonly resolved?: boolean
  readonly extra?: Extra
}

/** What a comment speaks about. */
export type CommentTarget =
  | { readonly type: 'document' }
  | { readonly type: 'annotation'; readonly id: string }
  | { readonly type: 'text'; readonly target: TextTarget }
  /** A reply to another comment of the same document. */
  | { readonly type: 'reply'; readonly to: string }
  /** Something the source names and this copy of the document does not hold. */
  | { readonly type: 'elsewhere'; readonly reference: string }
