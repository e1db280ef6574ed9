import type { DocumentEntry, Register } from '../protocol.ts'
import { lengthStep, lengthSteps } from '../state/filter.ts'

/** Something counted, and its position in the register. */
export interface Bar {
  readonly position: number
  readonly count: number
}

/** What a person made in documents of their own copy and in those of others. */
export interface PersonWork {
  readonly position: number
  readonly made: number
  readonly rejected: number
  readonly documents: number
}

/** What some documents hold together. */
export interface Overview {
  readonly documents: number
  readonly rows: number
  readonly tokens: number
  readonly hidden: number
  readonly span: number
  readonly relation: number
  readonly answer: number
  readonly box: number
  readonly timestamp: number
  readonly comment: number
  readonly conflict: number
  readonly rejected: number
  /** Documents without a single annotation. */
  readonly nothing: number
  readonly labels: readonly Bar[]
  readonly people: readonly PersonWork[]
  /** How many documents there are for each of `lengthSteps`. */
  readonly lengths: readonly number[]
}

/** Counts documents. Segments of one file are one document. */
export function overviewOf(
  entries: readonly DocumentEntry[],
  { labels, people }: Register,
): Overview {
  const sums = {
    documents: 0,
    rows: 0,
    tokens: 0,
    hidden: 0,
    span: 0,
    relation: 0,
    answer: 0,
    box: 0,
    timestamp: 0,
    comment: 0,
    conflict: 0,
    rejected: 0,
    nothing: 0,
  }
  const labelCounts = new Array<number>(labels.length).fill(0)
  const lengths = new Array<number>(lengthSteps.length).fill(0)
  const works = people.map((_, position) => ({ position, made: 0, rejected: 0, documents: 0 }))
  for (const entry of entries) {
    const { counts } = entry
    const { span, relation, answer, box, timestamp, comment } = counts
    if (entry.segment === undefined || entry.segment.index === 0) sums.documents += 1
    sums.rows += entry.rows
    sums.tokens += entry.tokens
    sums.hidden += entry.hidden
    sums.span += span
    sums.relation += relation
    sums.answer += answer
    sums.box += box
    sums.timestamp += timestamp
    sums.comment += comment
    sums.conflict += entry.conflicts
    sums.rejected += entry.rejected
    if (span + relation + answer + box + timestamp === 0) sums.nothing += 1
    for (const { label, count } of entry.labels)
      labelCounts[label] = (labelCounts[label] ?? 0) + count
    const step = lengthStep(entry.characters)
    lengths[step] = (lengths[step] ?? 0) + 1
    for (const { person, made, rejected } of entry.makers) {
      const work = works[person]
      if (work === undefined) continue
      work.made += made
      work.rejected += rejected
      work.documents += 1
    }
  }
  return {
    ...sums,
    labels: labelCounts.flatMap((count, position) => (count === 0 ? [] : [{ position, count }])),
    people: works.filter(({ made }) => made > 0),
    lengths,
  }
}
