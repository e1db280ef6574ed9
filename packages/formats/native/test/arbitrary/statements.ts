import type { Annotation, Cell, Comment } from '@labelport/model'
import fc from 'fast-check'
import { value } from './answers.ts'
import { target } from './cells.ts'
import { extra, finite, natural, origin, text, user } from './values.ts'

/** Statements of every type about some cells. */
export function annotationsOf(cells: readonly Cell[]): fc.Arbitrary<readonly Annotation[]> {
  const shape = fc.record({
    page: natural,
    points: fc.array(fc.record({ x: finite, y: finite }), { maxLength: 4 }),
  })
  const base = { origin, extra }
  const plain: fc.Arbitrary<Annotation>[] = [
    fc.record(
      {
        ...base,
        type: fc.constant('box' as const),
        id: text,
        labelSet: text,
        label: text,
        shapes: fc.array(shape, { maxLength: 2 }),
        caption: text,
      },
      { requiredKeys: ['type', 'id', 'origin', 'labelSet', 'label', 'shapes'] },
    ),
    fc
      .record({ id: text, origin, edges: fc.tuple(natural, natural) })
      .map(({ id, origin, edges: [a, b] }) => ({
        type: 'timestamp',
        id,
        origin,
        startMs: Math.min(a, b),
        endMs: Math.max(a, b),
      })),
    fc.record({
      ...base,
      type: fc.constant('answer' as const),
      id: text,
      question: text,
      value,
      about: fc.oneof(
        fc.constant({ type: 'document' } as const),
        ...cells.slice(0, 1).map(({ row }) => fc.constant({ type: 'row', row } as const)),
      ),
    }),
  ]
  if (cells.length > 0) {
    plain.push(
      fc.record(
        {
          ...base,
          type: fc.constant('span' as const),
          id: text,
          labelSet: text,
          label: text,
          target: target(cells),
        },
        { requiredKeys: ['type', 'id', 'origin', 'labelSet', 'label', 'target'] },
      ),
    )
  }
  const unique = fc.uniqueArray(fc.oneof(...plain), { selector: ({ id }) => id, maxLength: 5 })
  return unique.chain((found) => {
    const [first, ...others] = found
    if (first === undefined || others.some(({ id }) => id === 'arrow')) return fc.constant(found)
    if (first.id === 'arrow') return fc.constant(found)
    const arrow = fc.record(
      {
        type: fc.constant('relation' as const),
        id: fc.constant('arrow'),
        origin,
        labelSet: text,
        label: text,
      },
      { requiredKeys: ['type', 'id', 'origin', 'labelSet'] },
    )
    return arrow.map((relation) => [
      ...found,
      { ...relation, from: first.id, to: found.at(-1)?.id ?? first.id },
    ])
  })
}

/** Comments on everything one can comment on. */
export function commentsOf(cells: readonly Cell[], annotations: readonly Annotation[]) {
  const about: fc.Arbitrary<Comment['about']>[] = [
    fc.constant({ type: 'document' }),
    fc.record({ type: fc.constant('elsewhere' as const), reference: text }),
    ...annotations.map(({ id }) => fc.constant({ type: 'annotation', id } as const)),
  ]
  if (cells.length > 0)
    about.push(fc.record({ type: fc.constant('text' as const), target: target(cells) }))
  return fc.uniqueArray(
    fc.record(
      {
        id: text,
        text,
        about: fc.oneof(...about),
        by: user,
        at: text,
        resolved: fc.boolean(),
        extra,
      },
      { requiredKeys: ['id', 'text', 'about'] },
    ),
    { selector: ({ id }) => id, maxLength: 3 },
  )
}
