import { compareDocuments, copyKey, type Match, openAgreement } from '@labelport/dataset'
import type { LabeledDocument } from '@labelport/model'
import type { ComparedDocument, CompareView, CopyPair, Disagreement } from '../comparison.ts'
import type { Library, Shelved } from './library.ts'
import { openPauses } from './pauses.ts'
import { placeIn, saidIn } from './said.ts'

/** How many disagreements are listed. */
export const disagreementLimit = 5000

/** Compares every two of the copies, document by document. */
export async function compareCopies(
  { project, copies }: { readonly project: number; readonly copies: readonly number[] },
  { library, signal }: { readonly library: Library; readonly signal: AbortSignal },
): Promise<CompareView> {
  const pairs = pairsOf(copies)
  const tallies = pairs.map(() => openAgreement())
  const documents: ComparedDocument[] = []
  const disagreements: Disagreement[] = []
  let disagreementCount = 0
  const pause = openPauses(signal)
  const groups = groupsOf(library, project, copies)
  const places = groups.flatMap((group) => [...group.values()])
  const gathered = library.documents(places)
  for (const copiesOfOne of groups) {
    const group = await documentsOf(copiesOfOne, gathered)
    const found: { readonly disagreement: Disagreement; readonly order: number }[] = []
    let [same, statements] = [0, 0]
    for (const [pair, [one, other]] of pairs.entries()) {
      const [a, b] = [group.get(one), group.get(other)]
      if (a === undefined || b === undefined) continue
      const comparison = compareDocuments(a, b)
      tallies[pair]?.add(a, comparison)
      for (const match of comparison.matches) {
        statements += 1
        if (match.type === 'same') same += 1
        else found.push(disagreementOf(match, a, b, documents.length, pair))
      }
    }
    const [first] = group.values()
    if (first === undefined) continue
    found.sort((a, b) => a.order - b.order)
    const room = Math.max(0, disagreementLimit - disagreements.length)
    disagreements.push(...found.slice(0, room).map(({ disagreement }) => disagreement))
    disagreementCount += found.length
    const { name, part } = first
    documents.push({
      name,
      ...(part === undefined ? {} : { part }),
      indexes: copies.map((copy) => copiesOfOne.get(copy)?.index ?? -1),
      same,
      statements,
      disagreements: found.length,
    })
    if (pause.isDue()) await pause.take()
  }
  const agreements: readonly CopyPair[] = pairs.flatMap(([one, other], pair) => {
    const agreement = tallies[pair]?.agreement()
    return agreement === undefined ? [] : [{ one, other, agreement }]
  })
  return { project, copies, pairs: agreements, documents, disagreements, disagreementCount }
}

/** Every two of some copies. */
export function pairsOf(copies: readonly number[]): readonly (readonly [number, number])[] {
  return copies.flatMap((one, at) => copies.slice(at + 1).map((other) => [one, other] as const))
}

/** The copies of one document by cabinet. */
type Copies<Copy> = ReadonlyMap<number, Copy>

/** The documents that at least two cabinets hold. A cabinet that holds a name twice is taken at its first. */
function groupsOf(
  library: Library,
  project: number,
  copies: readonly number[],
): readonly Copies<Shelved>[] {
  const groups = new Map<string, Map<number, Shelved>>()
  for (const place of library.shelved(project)) {
    if (!copies.includes(place.shelf)) continue
    const key = copyKey(place)
    const group = groups.get(key) ?? new Map<number, Shelved>()
    if (!group.has(place.shelf)) group.set(place.shelf, place)
    groups.set(key, group)
  }
  return Array.from(groups.values()).filter(({ size }) => size > 1)
}

/** The next documents of a stream, one for each place. */
async function documentsOf(
  places: Copies<Shelved>,
  documents: AsyncGenerator<LabeledDocument>,
): Promise<Copies<LabeledDocument>> {
  const group = new Map<number, LabeledDocument>()
  for (const copy of places.keys()) {
    const { value } = await documents.next()
    if (value !== undefined) group.set(copy, value)
  }
  return group
}

function disagreementOf(
  { type, one, other }: Match,
  first: LabeledDocument,
  second: LabeledDocument,
  document: number,
  pair: number,
): { readonly disagreement: Disagreement; readonly order: number } {
  const { row, order } =
    one === undefined
      ? other === undefined
        ? { row: undefined, order: 0 }
        : placeIn(second, other)
      : placeIn(first, one)
  return {
    order,
    disagreement: {
      document,
      pair,
      type: type === 'same' ? 'missing' : type,
      statement: (one ?? other)?.type ?? 'span',
      ...(row === undefined ? {} : { row }),
      ...(one === undefined ? {} : { one: saidIn(first, one) }),
      ...(other === undefined ? {} : { other: saidIn(second, other) }),
    },
  }
}
