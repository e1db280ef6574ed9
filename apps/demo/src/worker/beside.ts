import { compareDocuments, type MatchType } from '@labelport/dataset'
import type { BesideView } from '../comparison.ts'
import { pairsOf } from './compare.ts'
import type { Library } from './library.ts'
import { pageOf } from './page.ts'

/** A graver mark hides a lighter one where more than two copies are compared. */
const gravity = [
  'same',
  'different-boundary',
  'different-label',
  'different-answer',
  'missing',
] as const satisfies readonly MatchType[]

/** The same rows of several copies, and what each makes of the other's annotations. */
export function besideOf(
  { documents, row }: { readonly documents: readonly number[]; readonly row: number },
  library: Library,
): BesideView {
  const { directory } = library
  const found = documents.flatMap((index) => {
    const document = library.document(index)
    return document === undefined ? [] : [{ index, document }]
  })
  const marks = found.map(() => new Map<string, MatchType>())
  const mark = (copy: number, id: string | undefined, type: MatchType): void => {
    const known = marks[copy]
    if (known === undefined || id === undefined) return
    const before = known.get(id)
    if (before === undefined || gravity.indexOf(type) > gravity.indexOf(before)) known.set(id, type)
  }
  for (const [one, other] of pairsOf(found.map((_, copy) => copy))) {
    const [a, b] = [found[one], found[other]]
    if (a === undefined || b === undefined) continue
    for (const match of compareDocuments(a.document, b.document).matches) {
      mark(one, match.one?.id, match.type)
      mark(other, match.other?.id, match.type)
    }
  }
  return {
    pages: found.map(({ index, document }) => pageOf(document, { index, row, directory })),
    marks: marks.map((known) => Object.fromEntries(known)),
  }
}
