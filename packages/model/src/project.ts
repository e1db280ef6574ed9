import type { User } from './origin.ts'

/** The project a document was exported from. */
export interface Project {
  /** Absent when the source does not say. */
  readonly id?: string
  readonly name?: string
  readonly tags?: readonly string[]
  /** ISO 8601. */
  readonly completedAt?: string
}

/**
 * Whose copy of a project a document belongs to. `review`: the answer. `root`: the untouched upload,
 * never training data. `labeler`: one person's own work.
 */
export interface Cabinet {
  readonly role: 'review' | 'root' | 'labeler'
  /** The labeler, or for `root` and `review` the owner. */
  readonly user?: User
  /** The folder's name in the export, such as `DOCUMENT-ann_example_org`. */
  readonly folder?: string
}
