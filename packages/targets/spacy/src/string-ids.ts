import { murmurHash64 } from './murmur.ts'
import { symbolIds } from './symbols.ts'

/** The numbers that stand for strings in spaCy's files. */
export interface StringIds {
  idOf(text: string): bigint
}

/** Remembers what was hashed: the words of a language repeat. */
export function stringIds(): StringIds {
  const known = new Map<string, bigint>([['', 0n]])
  const encoder = new TextEncoder()
  return {
    idOf(text) {
      const seen = known.get(text)
      if (seen !== undefined) return seen
      const id = symbolIds.get(text) ?? murmurHash64(encoder.encode(text), 1n)
      known.set(text, id)
      return id
    },
  }
}
