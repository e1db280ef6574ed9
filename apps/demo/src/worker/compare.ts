import { compareDocuments, copyKey, type Match, openAgreement } from '@labelport/dataset'
import type { LabeledDocument } from '@labelport/model'
import type { ComparedDocument, CompareView, CopyPair, Disagreement } from '../comparison.ts'
import type { Library } from './library.ts'
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
  let pause = performance.now()
  for (const group of groupsOf(library, project, copies)) {
    const found: { readonly disagreement: Disagreement; readonly order: number }[] = []
    let [same, statements] = [0, 0]
    for (const [pair, [one, other]] of pairs.entries()) {
      const [a, b] = [group.get(one), group.get(other)]
      if (a === undefined || b === undefined) continue
      const comparison = compareDocuments(a.document, b.document)
      tallies[pair]?.add(a.document, comparison)
      for (const match of comparison.matches) {
        statements += 1
        if (match.type === 'same') same += 1
        else found.push(disagreementOf(match, a.document, b.document, documents.length, pair))
      }
    }
    const [first] = group.values()
    if (first === undefined || group.size < 2) continue
    found.sort((a, b) => a.order - b.order)
    const room = Math.max(0, disagreementLimit - disagreements.length)
    disagreements.push(...found.slice(0, room).map(({ disagreement }) => disagreement))
    disagreementCount += found.length
    const { name, part } = first.document
    documents.push({
      name,
      ...(part === undefined ? {} : { part }),
      indexes: copies.map((copy) => group.get(copy)?.index ?? -1),
      same,
      statements,
      disagreements: found.length,
    })
    if (performance.now() - pause < 50) continue
    // A turn of the event loop now and then lets a cancel message in.
    await new Promise((resolve) => setTimeout(resolve))
    signal.throwIfAborted()
    pause = performance.now()
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

type Group = Map<number, { readonly document: LabeledDocument; readonly index: number }>

/** The copies of each document by cabinet. A cabinet that holds a name twice is taken at its first. */
function groupsOf(library: Library, project: number, copies: readonly number[]): Iterable<Group> {
  const groups = new Map<string, Group>()
  for (const { document, index, cabinet } of library.shelved(project)) {
    if (!copies.includes(cabinet)) continue
    const key = copyKey(document)
    const group: Group = groups.get(key) ?? new Map()
    if (!group.has(cabinet)) group.set(cabinet, { document, index })
    groups.set(key, group)
  }
  return groups.values()
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
