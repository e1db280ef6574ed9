import { compareDocuments, type MatchType } from '@labelport/dataset'
import type { LabeledDocument } from '@labelport/model'
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
export async function besideOf(
  { documents, row }: { readonly documents: readonly number[]; readonly row: number },
  library: Library,
): Promise<BesideView> {
  const places = library.places(documents)
  const found: LabeledDocument[] = []
  for await (const document of library.documents(places)) found.push(document)
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
    for (const match of compareDocuments(a, b).matches) {
      mark(one, match.one?.id, match.type)
      mark(other, match.other?.id, match.type)
    }
  }
  return {
    pages: found.map((document, copy) =>
      library.directory.page({ ...pageOf(document, row), document: places[copy]?.index ?? -1 }),
    ),
    marks: marks.map((known) => Object.fromEntries(known)),
  }
}
