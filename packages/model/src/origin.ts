/** A person. At least one field is set. */
export interface User {
  readonly id?: string
  readonly name?: string
  readonly email?: string
}

/** Who stated something, how it came to be, and what became of it. */
export interface Origin {
  /**
   * `auto`: accepted because labelers agreed. `prelabeled`: there before people came. `external`: made by
   * a program. `conflict`: labelers disagree and nobody has decided.
   */
  readonly by: 'labeler' | 'reviewer' | 'auto' | 'prelabeled' | 'external' | 'conflict' | 'unknown'
  /** Absent when the source does not say. */
  readonly user?: User
  /** Absent means not decided. */
  readonly verdict?: 'accepted' | 'rejected'
  /** Who accepted or rejected. Absent with a verdict means nobody in particular: by consensus. */
  readonly judge?: User
  /** From 0 to 1. */
  readonly confidence?: number
  /** ISO 8601. */
  readonly createdAt?: string
  /** ISO 8601. */
  readonly updatedAt?: string
}

/** An origin that says nothing, shared by everything that has no better one. */
export const unknownOrigin: Origin = Object.freeze({ by: 'unknown' })

/** Why a statement should not be learned from. */
export type Doubt = 'unresolved' | 'rejected'

/** The doubt about a statement: a reviewer rejected it, or labelers disagree and nobody has decided. */
export function doubtOf({ by, verdict }: Origin): Doubt | undefined {
  if (verdict === 'rejected') return 'rejected'
  return by === 'conflict' && verdict !== 'accepted' ? 'unresolved' : undefined
}
