import type { Annotation } from '@labelport/model'

/** How what two people said about one place compares. `missing` means that only one of them said it. */
export type MatchType =
  | 'same'
  | 'different-label'
  | 'different-boundary'
  | 'different-answer'
  | 'missing'

/** A statement of one copy and its counterpart in the other; at least one of the two is there. */
export interface Match<Statement extends Annotation = Annotation> {
  readonly type: MatchType
  readonly one?: Statement
  readonly other?: Statement
  /** How much of what both cover is covered by both, from 0 to 1. Absent where nothing has an extent. */
  readonly overlap?: number
}

/** What has to be known of statements to find the counterpart of each. */
export interface Matching<Statement> {
  /** Names of the places a statement touches; only those that share one are compared. */
  places(statement: Statement, side: 'one' | 'other'): readonly string[]
  /** From 0 to 1. */
  overlap(one: Statement, other: Statement): number
  /** From this overlap on, two statements speak about the same place. */
  readonly samePlace: number
}

/** A statement with a label. */
type Labeled = Extract<Annotation, { readonly label?: string }>

interface Candidate<Statement> {
  readonly one: Statement
  readonly other: Statement
  readonly overlap: number
}

/**
 * Gives every statement at most one counterpart. Equal ones find each other first, then different labels of
 * one set at the same place, then equal labels that overlap; of several candidates the closest wins. What is
 * left over is missing on the other side.
 */
export function matchStatements<Statement extends Labeled>(
  ones: readonly Statement[],
  others: readonly Statement[],
  matching: Matching<Statement>,
): readonly Match<Statement>[] {
  const candidates = candidatesOf(ones, others, matching).sort((a, b) => b.overlap - a.overlap)
  const taken = new Set<Statement>()
  const matches: Match<Statement>[] = []
  const pass = (
    type: MatchType,
    fits: (one: Statement, other: Statement, overlap: number) => boolean,
  ) => {
    for (const { one, other, overlap } of candidates) {
      if (taken.has(one) || taken.has(other) || !fits(one, other, overlap)) continue
      taken.add(one).add(other)
      matches.push({ type, one, other, overlap })
    }
  }
  const { samePlace } = matching
  pass('same', (one, other, overlap) => overlap >= samePlace && sameLabel(one, other))
  pass(
    'different-label',
    (one, other, overlap) => overlap >= samePlace && one.labelSet === other.labelSet,
  )
  pass('different-boundary', (one, other) => sameLabel(one, other))
  for (const one of ones) if (!taken.has(one)) matches.push({ type: 'missing', one })
  for (const other of others) if (!taken.has(other)) matches.push({ type: 'missing', other })
  return matches
}

function sameLabel(one: Labeled, other: Labeled): boolean {
  return one.labelSet === other.labelSet && one.label === other.label
}

function candidatesOf<Statement>(
  ones: readonly Statement[],
  others: readonly Statement[],
  { places, overlap }: Matching<Statement>,
): Candidate<Statement>[] {
  const byPlace = new Map<string, Statement[]>()
  for (const other of others) {
    for (const place of places(other, 'other')) {
      const there = byPlace.get(place)
      if (there === undefined) byPlace.set(place, [other])
      else there.push(other)
    }
  }
  return ones.flatMap((one) => {
    const near = new Set(places(one, 'one').flatMap((place) => byPlace.get(place) ?? []))
    return [...near].flatMap((other) => {
      const share = overlap(one, other)
      return share > 0 ? [{ one, other, overlap: share }] : []
    })
  })
}
