import type { User } from '@labelport/model'
import { hmacSha256 } from './sha256.ts'

/** Names that do not say who somebody is, the same for one person wherever the key is the same. */
export interface Pseudonyms {
  /** Such as `person-3f9a1c07b2e4`. Made of the id, else the e-mail, else the name, without regard to case. */
  of(user: User): string
}

/**
 * Pseudonyms by a keyed hash: equal over shards, runs and machines that share the key. Whoever has the key and a list
 * of people can tell who is who, so a key that is not secret protects from reading along only.
 */
export function pseudonymsOf(key: string): Pseudonyms {
  const known = new Map<string, string>()
  return {
    of({ id, email, name }) {
      const person = (id ?? email ?? name ?? '').trim().toLowerCase()
      let pseudonym = known.get(person)
      if (pseudonym === undefined) {
        pseudonym = `person-${hmacSha256(key, person).slice(0, 12)}`
        known.set(person, pseudonym)
      }
      return pseudonym
    },
  }
}
