import type { Annotation, Box, LabeledDocument } from '@labelport/model'
import { saidBy } from '../compare/answers.ts'
import { boxMatching } from '../compare/shape-place.ts'

/** The same statement of several copies. */
export interface Cluster {
  readonly members: readonly { readonly copy: number; readonly annotation: Annotation }[]
  /** How many copies say it. */
  readonly votes: number
  /** What only one statement can be made about: a question and the thing it is asked about. */
  readonly slot?: string
}

/**
 * Puts equal statements together. Spans and times are equal when label and every offset are, boxes when the label
 * is and they cover each other by half, arrows and answers when what they join or speak about is. `counts` says
 * which statements have a vote.
 */
export function clustersOf(
  copies: readonly LabeledDocument[],
  counts: (annotation: Annotation) => boolean,
): readonly Cluster[] {
  const boxes = clusterBoxes(copies, counts)
  const clusters = new Map<string, Draft>()
  for (const [copy, { annotations }] of copies.entries()) {
    const names = namesIn(annotations, (box) => boxes.get(box))
    for (const annotation of annotations) {
      if (!counts(annotation)) continue
      const key = names.keyOf(annotation)
      const slot = names.slotOf(annotation)
      const draft = clusters.get(key) ?? { members: [], voters: new Set(), slot }
      draft.members.push({ copy, annotation })
      draft.voters.add(copy)
      clusters.set(key, draft)
    }
  }
  return [...clusters.values()].map(({ members, voters, slot }) => ({
    members,
    votes: voters.size,
    ...(slot === undefined ? {} : { slot }),
  }))
}

interface Draft {
  readonly members: { readonly copy: number; readonly annotation: Annotation }[]
  readonly voters: Set<number>
  readonly slot: string | undefined
}

/** Texts that are equal for equal statements of different copies. */
function namesIn(annotations: readonly Annotation[], boxName: (box: Box) => string | undefined) {
  const byId = new Map(annotations.map((one) => [one.id, one]))
  const known = new Map<string, string>()
  const keyOfId = (id: string): string => {
    const found = known.get(id)
    if (found !== undefined) return found
    // Arrows may point at each other in a ring; in there nothing but the id tells them apart.
    known.set(id, `ring ${id}`)
    const annotation = byId.get(id)
    const key = annotation === undefined ? `missing ${id}` : keyOf(annotation)
    known.set(id, key)
    return key
  }
  const keyOf = (one: Annotation): string => {
    switch (one.type) {
      case 'span': {
        const { cell, start, end, endCell = cell } = one.target
        return JSON.stringify(['span', one.labelSet, one.label, cell, start, endCell, end])
      }
      case 'box':
        return JSON.stringify(['box', boxName(one) ?? one.id])
      case 'timestamp':
        return JSON.stringify(['time', one.labelSet, one.label, one.startMs, one.endMs])
      case 'relation':
        return JSON.stringify([
          'arrow',
          one.labelSet,
          one.label,
          keyOfId(one.from),
          keyOfId(one.to),
        ])
      case 'answer':
        return JSON.stringify(['answer', slotOf(one), saidBy(one.value)])
      default:
        return one satisfies never
    }
  }
  const slotOf = (one: Annotation): string | undefined => {
    if (one.type !== 'answer') return undefined
    const { about, question } = one
    const thing =
      about.type === 'row' ? about.row : about.type === 'document' ? '' : keyOfId(about.id)
    return JSON.stringify([question, about.type, thing])
  }
  return { keyOf, slotOf }
}

/** A name for every box; boxes of different copies that are about the same thing share it. */
function clusterBoxes(
  copies: readonly LabeledDocument[],
  counts: (annotation: Annotation) => boolean,
): ReadonlyMap<Box, string> {
  const names = new Map<Box, string>()
  const first: { readonly box: Box; readonly name: string }[] = []
  for (const { annotations } of copies) {
    const taken = new Set<string>()
    for (const box of annotations) {
      if (box.type !== 'box' || !counts(box)) continue
      let best: { readonly name: string; readonly overlap: number } | undefined
      for (const { box: known, name } of first) {
        if (taken.has(name) || known.label !== box.label || known.labelSet !== box.labelSet)
          continue
        const overlap = overlapOf(known, box)
        if (overlap < boxMatching.samePlace || overlap <= (best?.overlap ?? 0)) continue
        best = { name, overlap }
      }
      const name = best?.name ?? String(first.length)
      if (best === undefined) first.push({ box, name })
      names.set(box, name)
      taken.add(name)
    }
  }
  return names
}

/** Boxes without an area are the same when their points are. */
function overlapOf(one: Box, other: Box): number {
  const same = JSON.stringify(one.shapes) === JSON.stringify(other.shapes)
  return same ? 1 : boxMatching.overlap(one, other)
}
