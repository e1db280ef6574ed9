import type { Origin } from '@labelport/model'
import type { PersonName } from './people.ts'

/** Who stated something, as fields of a table. Every field is there; null means that nobody said. */
export interface FlatOrigin {
  readonly made_by: Origin['by']
  readonly person: string | null
  readonly verdict: 'accepted' | 'rejected' | null
  readonly judged_by: string | null
  /** From 0 to 1. */
  readonly confidence: number | null
  /** ISO 8601. */
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** The fields of an origin. */
export function flatOrigin(origin: Origin, personName: PersonName): FlatOrigin {
  return {
    made_by: origin.by,
    person: personName(origin.user),
    verdict: origin.verdict ?? null,
    judged_by: personName(origin.judge),
    confidence: origin.confidence ?? null,
    created_at: origin.createdAt ?? null,
    updated_at: origin.updatedAt ?? null,
  }
}
