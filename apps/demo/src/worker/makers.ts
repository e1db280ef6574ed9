import type { DocumentEntry } from '../protocol.ts'
import type { Card } from './card.ts'
import type { Directory } from './directory.ts'

/** Who made the annotations of a document, each person once: two names may be one person's. */
export function makersIn(
  { people, makers }: Pick<Card, 'people' | 'makers'>,
  directory: Directory,
): DocumentEntry['makers'] {
  const works = new Map<number, { made: number; rejected: number }>()
  for (const { person: position, made, rejected } of makers) {
    const person = directory.numberOf(people[position])
    if (person === undefined) continue
    const work = works.get(person) ?? { made: 0, rejected: 0 }
    works.set(person, work)
    work.made += made
    work.rejected += rejected
  }
  return Array.from(works, ([person, work]) => ({ person, ...work }))
}
