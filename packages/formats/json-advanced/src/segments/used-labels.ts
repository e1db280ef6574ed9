import type { Annotation, Relation, Span } from '@labelport/model'
import type { FileFacts } from './file-facts.ts'
import type { StatementPlace } from './statement-order.ts'

/** The labels that a long file uses, each once. */
export interface UsedLabels {
  /** `places`: of the annotations. */
  add(annotations: readonly Annotation[], places: readonly StatementPlace[]): void
  /** One annotation for each label, in the order in which the whole file has them first. */
  inOrder(facts: FileFacts): readonly (Span | Relation)[]
}

interface Use {
  readonly annotation: Span | Relation
  /** When it came first, and when it came first with an entry in `labels`. */
  readonly first: number
  firstListed: number
  /** Its first place in `labels`, and when that came. */
  place: number
  at: number
}

/** Opens uses without any. */
export function usedLabels(): UsedLabels {
  const sets = new Map<string, Map<string | undefined, Use>>()
  return {
    add(annotations, places) {
      for (const [index, annotation] of annotations.entries()) {
        const here = places[index]
        if (annotation.type !== 'span' && annotation.type !== 'relation') continue
        if (here === undefined) continue
        const { at, place } = here
        const uses = sets.get(annotation.labelSet) ?? new Map<string | undefined, Use>()
        sets.set(annotation.labelSet, uses)
        const firstListed = here.isListed ? at : Number.POSITIVE_INFINITY
        const use = uses.get(annotation.label)
        if (use === undefined) {
          // A copy: the annotation belongs to its segment.
          uses.set(annotation.label, {
            annotation: { ...annotation },
            first: at,
            firstListed,
            place,
            at,
          })
          continue
        }
        use.firstListed = Math.min(use.firstListed, firstListed)
        if (place < use.place) {
          use.place = place
          use.at = at
        }
      }
    },
    inOrder({ hasKept, hasPlaces }) {
      const uses = [...sets.values()].flatMap((labels) => [...labels.values()])
      const keyOf = ({ first, firstListed, place, at }: Use): readonly [number, number] => {
        if (!hasKept) return [0, first]
        if (hasPlaces) return [place, at]
        return firstListed === Number.POSITIVE_INFINITY ? [1, first] : [0, firstListed]
      }
      return uses
        .map((use) => ({ use, key: keyOf(use) }))
        .sort(({ key: a }, { key: b }) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]))
        .map(({ use }) => use.annotation)
    },
  }
}
