import {
  type Annotation,
  type LabeledDocument,
  type Span,
  type TextTarget,
  tokenCount,
} from '@labelport/model'
import fc from 'fast-check'

/** A change somebody makes to a document that was read. */
export type Edit = {
  readonly [K in keyof typeof kinds]: { readonly type: K; readonly at: number }
}[keyof typeof kinds]

type Change = (document: LabeledDocument, at: number) => LabeledDocument

const kinds = {
  'remove-label': (document, at) => {
    const labels = document.annotations.filter(({ type }) => type !== 'answer')
    const gone = pick(labels, at)
    return gone === undefined ? document : without(document, gone.id)
  },
  'remove-comment': (document, at) => {
    const gone = pick(document.comments, at)
    const isGone = ({ id, about }: LabeledDocument['comments'][number]) =>
      id === gone?.id || (about.type === 'reply' && about.to === gone?.id)
    return { ...document, comments: document.comments.filter((one) => !isGone(one)) }
  },
  relabel: (document, at) =>
    changeSpan(document, at, (span) => {
      const labels = document.schema.labelSets
        .filter(({ appliesTo }) => appliesTo === 'text')
        .flatMap((set) => set.labels.map(({ id }) => ({ labelSet: set.id, label: id })))
      return { ...span, ...pick(labels, at) }
    }),
  move: (document, at) =>
    changeSpan(document, at, (span) => {
      const target = someTarget(document, at)
      return target === undefined ? span : { ...span, target }
    }),
  judge: (document, at) =>
    changeSpan(document, at, (span) => ({
      ...span,
      origin: { ...span.origin, by: 'reviewer', verdict: 'rejected', judge: { id: '99' } },
    })),
  settle: (document, at) =>
    changeSpan(document, at, ({ origin: _, ...span }) => ({
      ...span,
      origin: { by: at % 2 === 0 ? 'auto' : 'unknown' },
    })),
  add: (document, at) => {
    const target = someTarget(document, at)
    if (target === undefined) return document
    const id = `new-${at}-${document.annotations.length}`
    const own = { labelSet: '0', label: pick(['brand:new', 'per', 'greet1'], at) ?? 'x' }
    const span: Span = { type: 'span', id, ...own, target, origin: { by: 'external' } }
    return { ...document, annotations: [...document.annotations, span] }
  },
  'rename-label': (document, at) => ({
    ...document,
    schema: {
      ...document.schema,
      labelSets: document.schema.labelSets.map((set) => ({
        ...set,
        labels: set.labels.map((label, index) =>
          index === at % set.labels.length
            ? { ...label, name: `${label.name}!`, color: '#123456' }
            : label,
        ),
      })),
    },
  }),
  rewrite: (document, at) => {
    const touched = new Set(
      document.annotations.flatMap((one) => ('target' in one ? cellsOf(one.target) : [])),
    )
    for (const { about } of document.comments) {
      if (about.type === 'text') for (const cell of cellsOf(about.target)) touched.add(cell)
    }
    const cells = document.cells.map((cell, index) =>
      index === at % document.cells.length && !touched.has(index)
        ? {
            row: cell.row,
            column: cell.column,
            text: 'neu 🆕',
            tokens: new Uint32Array([0, 3, 4, 6]),
          }
        : cell,
    )
    return { ...document, cells }
  },
} as const satisfies Record<string, Change>

/** Some edits, in order. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    type: fc.constantFrom(...(Object.keys(kinds) as Edit['type'][])),
    at: fc.nat({ max: 60 }),
  }),
  { minLength: 1, maxLength: 8 },
)

/** The document after all edits. */
export function edited(document: LabeledDocument, list: readonly Edit[]): LabeledDocument {
  return list.reduce((before, { type, at }) => kinds[type](before, at), document)
}

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)]
}

function without(document: LabeledDocument, id: string): LabeledDocument {
  const refers = (one: Annotation): boolean =>
    one.id === id ||
    (one.type === 'relation' && (one.from === id || one.to === id)) ||
    (one.type === 'answer' && one.about.type === 'annotation' && one.about.id === id)
  const gone = new Set(document.annotations.filter(refers).map((one) => one.id))
  const lost = new Set(
    document.comments
      .filter(({ about }) => about.type === 'annotation' && gone.has(about.id))
      .map((comment) => comment.id),
  )
  return {
    ...document,
    annotations: document.annotations.filter((one) => !gone.has(one.id)),
    comments: document.comments.filter(
      ({ id: own, about }) => !lost.has(own) && !(about.type === 'reply' && lost.has(about.to)),
    ),
  }
}

function changeSpan(
  document: LabeledDocument,
  at: number,
  change: (span: Span) => Span,
): LabeledDocument {
  const spans = document.annotations.filter((one): one is Span => one.type === 'span')
  const chosen = pick(spans, at)
  return {
    ...document,
    annotations: document.annotations.map((one) => (one === chosen ? change(chosen) : one)),
  }
}

/** From one token to another, sometimes in the middle of one or in a later cell. */
function someTarget({ cells }: LabeledDocument, at: number): TextTarget | undefined {
  const usable = cells.flatMap((cell, index) =>
    cell.tokens !== undefined && hasText(cell.tokens) ? [{ index, tokens: cell.tokens }] : [],
  )
  const first = pick(usable, at)
  const last = at % 3 === 0 ? usable[usable.length - 1] : first
  if (first === undefined || last === undefined) return undefined
  const from = tokenCount(first.tokens) - 1
  const start = (first.tokens[2 * from] ?? 0) + (at % 5 === 0 ? at % 2 : 0)
  const end = last.tokens[last.tokens.length - 1] ?? 0
  if (first.index === last.index && end <= start) return undefined
  return { cell: first.index, start, end, ...(last !== first && { endCell: last.index }) }
}

function hasText(tokens: Uint32Array): boolean {
  const start = tokens[tokens.length - 2] ?? 0
  return (tokens[tokens.length - 1] ?? 0) > start + 1
}

function cellsOf(target: TextTarget | undefined): number[] {
  if (target === undefined) return []
  const cells: number[] = []
  for (let cell = target.cell; cell <= (target.endCell ?? target.cell); cell += 1) cells.push(cell)
  return cells
}
