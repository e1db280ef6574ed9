import {
  type Annotation,
  doubtOf,
  type LabeledDocument,
  type StatementType,
} from '@labelport/model'

/** Why an annotation is not in a table of everything that was labeled. */
export const doubtReasons = {
  unresolved: 'Labelers disagree and nobody has decided; option unresolved includes it.',
  rejected: 'A reviewer rejected it; option unresolved includes it.',
  'about-left-out': 'It speaks about a label that was left out.',
} as const

/** A name of such a reason. */
export type DoubtFate = keyof typeof doubtReasons

/** Is told what is taken out. `round`: what speaks about it goes in a later round, or in the same one behind it. */
export interface DoubtFates {
  drop(type: StatementType, code: DoubtFate, id: string, round: number): void
}

/** Takes out what nobody should learn from, and arrows and answers that speak about it. */
export function usedAnnotations(
  { annotations }: LabeledDocument,
  fates: DoubtFates,
  unresolved: 'exclude' | 'include',
): readonly Annotation[] {
  if (unresolved === 'include') return annotations
  const gone = new Set<string>()
  let used = annotations.filter((one) => {
    const doubt = doubtOf(one.origin)
    if (doubt === undefined) return true
    fates.drop(one.type, doubt, one.id, 0)
    gone.add(one.id)
    return false
  })
  for (let before = -1, round = 1; before !== gone.size; round += 1) {
    before = gone.size
    used = used.filter((one) => {
      if (!subjectsOf(one).some((id) => gone.has(id))) return true
      fates.drop(one.type, 'about-left-out', one.id, round)
      gone.add(one.id)
      return false
    })
  }
  return used
}

/** The annotations that an annotation is nothing without. */
function subjectsOf(annotation: Annotation): readonly string[] {
  if (annotation.type === 'relation') return [annotation.from, annotation.to]
  if (annotation.type !== 'answer' || annotation.about.type !== 'annotation') return []
  return [annotation.about.id]
}
