import type {
  Annotation,
  AnswerValue,
  Cell,
  Comment,
  LabeledDocument,
  LabelSchema,
  Origin,
  Question,
  TextTarget,
} from '@labelport/model'
import fc from 'fast-check'

/** Texts of every kind of character, lone surrogates and names of object internals included. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '\u2028',
    '\ud800',
    'e\u0301',
    'مرحبا',
    '👩‍👩‍👧',
    '"\\\n\t',
  ),
)
const natural = fc.nat({ max: 1e6 })
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x))
const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): unknown => JSON.parse(JSON.stringify(value)))
const extra = fc.dictionary(text, json, { maxKeys: 2 }).map((value) => ({ ...value }))

/** A record whose keys may all be missing. */
function maybe<T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(model, { requiredKeys: [] })
}

const user = maybe({ id: text, name: text, email: text })
const origin: fc.Arbitrary<Origin> = fc.record(
  {
    by: fc.constantFrom(
      'labeler',
      'reviewer',
      'auto',
      'prelabeled',
      'external',
      'conflict',
      'unknown',
    ),
    user,
    verdict: fc.constantFrom('accepted', 'rejected'),
    judge: user,
    confidence: finite,
    createdAt: text,
    updatedAt: text,
  },
  { requiredKeys: ['by'] },
)

const label = fc.record(
  { id: text, name: text, color: text, parent: text },
  { requiredKeys: ['id', 'name'] },
)
const option = fc.record({ id: text, name: text, parent: text }, { requiredKeys: ['id', 'name'] })
const base = {
  id: text,
  text,
  about: fc.oneof(
    fc.constant({ type: 'document' } as const),
    fc.constant({ type: 'row' } as const),
    fc.record({ type: fc.constant('label' as const), labelSet: text, label: text }),
  ),
}
const flat: fc.Arbitrary<Question>[] = [
  fc.record(
    { ...base, type: fc.constant('text' as const), required: fc.boolean(), multiple: fc.boolean() },
    { requiredKeys: ['id', 'text', 'about', 'type'] },
  ),
  fc.record({
    ...base,
    type: fc.constant('choice' as const),
    options: fc.array(option, { maxLength: 3 }),
  }),
  fc.record({
    ...base,
    type: fc.constantFrom('date' as const, 'time' as const, 'flag' as const, 'url' as const),
  }),
  fc.record(
    { ...base, type: fc.constant('slider' as const), min: finite, max: finite, step: finite },
    { requiredKeys: ['id', 'text', 'about', 'type'] },
  ),
  fc.record({ ...base, type: fc.constant('other' as const), name: text }),
]
const question: fc.Arbitrary<Question> = fc.oneof(
  ...flat,
  fc.record({
    ...base,
    type: fc.constant('group' as const),
    questions: fc.array(fc.oneof(...flat), { maxLength: 3 }),
  }),
)
const schema: fc.Arbitrary<LabelSchema> = fc.record({
  labelSets: fc.array(
    fc.record(
      {
        id: text,
        name: text,
        appliesTo: fc.constantFrom('text' as const, 'box' as const),
        labels: fc.array(label, { maxLength: 3 }),
      },
      { requiredKeys: ['id', 'appliesTo', 'labels'] },
    ),
    { maxLength: 2 },
  ),
  questions: fc.array(question, { maxLength: 3 }),
})

const single: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text }),
  fc.record({ type: fc.constant('texts' as const), texts: fc.array(text) }),
  fc.record({ type: fc.constant('choice' as const), options: fc.array(text) }),
  fc.record({ type: fc.constant('number' as const), number: fc.double() }),
  fc.record({ type: fc.constant('flag' as const), flag: fc.boolean() }),
  fc.record({ type: fc.constant('moment' as const), iso: text }),
  fc.record({ type: fc.constant('raw' as const), json }),
)
const value: fc.Arbitrary<AnswerValue> = fc.oneof(
  single,
  fc.record({
    type: fc.constant('group' as const),
    entries: fc.array(fc.array(fc.record({ question: text, value: single }), { maxLength: 2 }), {
      maxLength: 2,
    }),
  }),
)

const cell: fc.Arbitrary<Cell> = fc
  .record(
    {
      row: natural,
      column: natural,
      text,
      status: fc.constantFrom('hidden' as const, 'deleted' as const),
      metadata: fc.array(
        fc.record(
          { key: text, value: text, pinned: fc.boolean(), type: text },
          { requiredKeys: ['key', 'value'] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['row', 'column', 'text'] },
  )
  .chain((plain) =>
    fc
      .option(fc.array(fc.nat({ max: plain.text.length }), { maxLength: 6 }), { nil: undefined })
      .map((edges) => {
        if (edges === undefined) return plain
        const sorted = edges.sort((a, b) => a - b)
        return { ...plain, tokens: Uint32Array.from(sorted.slice(0, sorted.length & ~1)) }
      }),
  )

function target(cells: readonly Cell[]): fc.Arbitrary<TextTarget> {
  const at = fc.nat({ max: cells.length - 1 }).chain((index) =>
    fc.record({
      index: fc.constant(index),
      offset: fc.nat({ max: cells[index]?.text.length ?? 0 }),
    }),
  )
  return fc.tuple(at, at).map((edges) => {
    const [first, last] = edges.sort((a, b) => a.index - b.index || a.offset - b.offset)
    const one = { cell: first.index, start: first.offset, end: last.offset }
    return first.index === last.index ? one : { ...one, endCell: last.index }
  })
}

function annotationsOf(cells: readonly Cell[]): fc.Arbitrary<readonly Annotation[]> {
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

function commentsOf(cells: readonly Cell[], annotations: readonly Annotation[]) {
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

const frame = fc.record(
  {
    id: text,
    name: text,
    part: natural,
    segment: fc.record({ index: natural, last: fc.boolean() }),
    tasks: fc.uniqueArray(
      fc.constantFrom(
        'token' as const,
        'row' as const,
        'document' as const,
        'box' as const,
        'audio' as const,
      ),
    ),
    columns: fc.array(
      fc.record(
        { name: text, role: fc.constantFrom('data' as const, 'answer' as const) },
        { requiredKeys: ['name'] },
      ),
      { maxLength: 2 },
    ),
    media: fc.array(
      fc.record(
        {
          type: fc.constantFrom(
            'image' as const,
            'pdf' as const,
            'audio' as const,
            'other' as const,
          ),
          url: text,
          pages: fc.array(fc.record({ index: natural, width: finite, height: finite }), {
            maxLength: 2,
          }),
        },
        { requiredKeys: ['type', 'pages'] },
      ),
      { maxLength: 2 },
    ),
    schema,
    project: maybe({ id: text, name: text, tags: fc.array(text), completedAt: text }),
    cabinet: fc.record(
      {
        role: fc.constantFrom('review' as const, 'root' as const, 'labeler' as const),
        user,
        folder: text,
      },
      { requiredKeys: ['role'] },
    ),
    extra,
  },
  { requiredKeys: ['id', 'name', 'tasks', 'media', 'schema'] },
)

/** Sound documents that use every corner of the model. */
export const soundDocument: fc.Arbitrary<LabeledDocument> = fc
  .tuple(frame, fc.array(cell, { maxLength: 4 }))
  .chain(([own, cells]) =>
    annotationsOf(cells).chain((annotations) =>
      commentsOf(cells, annotations).map((comments) => ({ ...own, cells, annotations, comments })),
    ),
  )
