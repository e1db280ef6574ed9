import { type Annotation, doubtOf, type LabeledDocument } from '@labelport/model'
import { counterpartsOf, matchAttached } from './answers.ts'
import { type Match, matchStatements } from './match.ts'
import { boxMatching } from './shape-place.ts'
import { joinCells, spanMatching } from './text-place.ts'
import { timeMatching } from './time-place.ts'

/** Two copies of a document side by side. */
export interface Comparison {
  /** Every statement that counts, once; spans first, then boxes, times, answers and arrows. */
  readonly matches: readonly Match[]
  /** Statements of either copy that were rejected, or that labelers disagree about and nobody decided. */
  readonly leftOut: number
  /** Cells that both copies have, with different texts; offsets in them mean different things. */
  readonly differentTexts: number
}

/**
 * Compares two copies of a document. Rejected and undecided statements are nobody's word and are left out; a
 * review is compared by what it accepted.
 */
export function compareDocuments(one: LabeledDocument, other: LabeledDocument): Comparison {
  const own = undoubted(one)
  const others = undoubted(other)
  const join = joinCells(one, other)
  const placed: readonly Match[] = [
    ...matchStatements(of('span', own), of('span', others), spanMatching(one.cells, join)),
    ...matchStatements(of('box', own), of('box', others), boxMatching),
    ...matchStatements(of('timestamp', own), of('timestamp', others), timeMatching),
  ]
  const counterparts = counterpartsOf(placed)
  const attached = (some: readonly Annotation[]) => [...of('answer', some), ...of('relation', some)]
  return {
    matches: [...placed, ...matchAttached(attached(own), attached(others), counterparts)],
    leftOut: one.annotations.length + other.annotations.length - own.length - others.length,
    differentTexts: join.differentTexts,
  }
}

function undoubted({ annotations }: LabeledDocument): readonly Annotation[] {
  return annotations.filter(({ origin }) => doubtOf(origin) === undefined)
}

function of<Type extends Annotation['type']>(
  type: Type,
  some: readonly Annotation[],
): Extract<Annotation, { readonly type: Type }>[] {
  return some.filter(
    (annotation): annotation is Extract<Annotation, { readonly type: Type }> =>
      annotation.type === type,
  )
}
