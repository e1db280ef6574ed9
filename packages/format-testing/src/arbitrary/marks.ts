import {
  type Annotation,
  type Box,
  type Comment,
  type Feature,
  type Relation,
  type Span,
  type Timestamp,
  unknownOrigin,
} from '@labelport/model'
import fc from 'fast-check'
import { arrowLabels, arrowSet, boxLabels, boxSet, spanLabels, spanSet } from './schema.ts'
import { pick } from './spans.ts'
import { phrase, word } from './words.ts'

const share = fc.double({ min: 0, max: 0.999, noNaN: true })

/** Everything that is neither text nor a span nor an answer, before it is tied to them. */
export interface MarksDraft {
  readonly arrows: readonly {
    readonly from: number
    readonly to: number
    readonly named: boolean
  }[]
  readonly boxes: readonly (readonly [number, number])[]
  readonly times: readonly (readonly [number, number])[]
  readonly remarks: readonly {
    readonly text: string
    readonly at: number
    readonly onSpan: boolean
  }[]
}

const small = fc.integer({ min: 0, max: 500 })

export const marksDraft: fc.Arbitrary<MarksDraft> = fc.record({
  arrows: fc.array(fc.record({ from: share, to: share, named: fc.boolean() }), { maxLength: 4 }),
  boxes: fc.array(fc.tuple(small, small), { maxLength: 3 }),
  times: fc.array(fc.tuple(small, small), { maxLength: 3 }),
  remarks: fc.array(
    fc.record({
      text: fc.tuple(word, phrase).map(([first, rest]) => `${first} ${rest}`),
      at: share,
      onSpan: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
})

/** Arrows between spans, none of them twice. */
export function relationsOf(draft: MarksDraft, spans: readonly Span[]): readonly Relation[] {
  const relations = new Map<string, Relation>()
  for (const { from, to, named } of draft.arrows) {
    const source = pick(spans, from)?.id
    const target = pick(spans, to)?.id
    if (source === undefined || target === undefined || source === target) continue
    const id = `arrow-${relations.size}`
    const label = named ? { label: arrowLabels[0].id } : {}
    const ends = { from: source, to: target, origin: unknownOrigin }
    const relation: Relation = { type: 'relation', id, labelSet: arrowSet, ...label, ...ends }
    if (!relations.has(`${source} ${target}`)) relations.set(`${source} ${target}`, relation)
  }
  return [...relations.values()]
}

/** Boxes on the first page. */
export function boxesOf(draft: MarksDraft): readonly Box[] {
  return draft.boxes.map(([x, y], index) => ({
    type: 'box',
    id: `box-${index}`,
    labelSet: boxSet,
    label: boxLabels[0].id,
    shapes: [
      {
        page: 0,
        points: [
          { x, y },
          { x: x + 20, y },
          { x: x + 20, y: y + 10.5 },
          { x, y: y + 10.5 },
        ],
      },
    ],
    origin: unknownOrigin,
  }))
}

/** Stretches of a recording. */
export function timestampsOf(draft: MarksDraft): readonly Timestamp[] {
  return draft.times.map(([startMs, length], index) => ({
    type: 'timestamp',
    id: `time-${index}`,
    labelSet: spanSet,
    label: spanLabels[0].id,
    startMs,
    endMs: startMs + length,
    origin: unknownOrigin,
  }))
}

/** Comments on the document or on a span. */
export function commentsOf(
  draft: MarksDraft,
  annotations: readonly Annotation[],
  uses: (feature: Feature) => boolean,
): readonly Comment[] {
  const author = uses('comment.author') ? { by: { email: 'zoe@example.org' } } : {}
  return draft.remarks.map(({ text, at, onSpan }, index) => {
    const spans = annotations.filter(({ type }) => type === 'span')
    const id = onSpan ? pick(spans, at)?.id : undefined
    const about =
      id === undefined ? { type: 'document' as const } : { type: 'annotation' as const, id }
    return { id: `comment-${index}`, text, about, ...author }
  })
}
