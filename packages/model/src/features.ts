import type { Annotation, AnswerTarget, Span, TextTarget } from './annotation.ts'
import { type LabeledDocument, speakerOf } from './document.ts'
import { overlapping } from './overlap.ts'
import { tokenTexts } from './tokens.ts'

type Facts = (document: LabeledDocument) => readonly unknown[]

/**
 * What formats differ in. Each feature lists its facts in a document, free of generated ids, in
 * document order: counting them says what a format would lose, comparing them what it changed.
 */
export const features = {
  text: (d) => d.cells.filter((cell) => cell.status === undefined).map((cell) => cell.text),
  'cell.hidden': (d) =>
    d.cells
      .filter((cell) => cell.status !== undefined)
      .map(({ text, status }) => ({ text, status })),
  table: (d) =>
    d.columns === undefined
      ? []
      : [d.columns.map(({ name }) => name), ...d.cells.map(({ row, column }) => [row, column])],
  tokens: (d) =>
    d.cells.flatMap((cell) =>
      cell.tokens === undefined ? [] : [tokenTexts(cell.text, cell.tokens)],
    ),
  whitespace: (d) =>
    d.cells.flatMap(({ text, tokens }) =>
      tokens === undefined || tokenTexts(text, tokens).join(' ') === text ? [] : [text],
    ),
  speaker: (d) => d.cells.flatMap((cell) => speakerOf(cell) ?? []),
  metadata: (d) =>
    d.cells.flatMap((cell) => cell.metadata?.filter((entry) => entry.key !== 'speaker') ?? []),
  media: (d) => d.media,
  span: (d) => spans(d).map((span) => spanFact(d, span)),
  'span.overlapping': (d) => overlapping(spans(d)).map((span) => spanFact(d, span)),
  'span.multi-cell': (d) =>
    spans(d)
      .filter(({ target }) => (target.endCell ?? target.cell) !== target.cell)
      .map((span) => spanFact(d, span)),
  'span.within-token': (d) =>
    spans(d)
      .filter(({ target }) => !onTokenEdges(d, target))
      .map((span) => spanFact(d, span)),
  relation: (d) =>
    d.annotations.flatMap((one) =>
      one.type === 'relation'
        ? [{ label: one.label ?? null, from: anchor(d, one.from), to: anchor(d, one.to) }]
        : [],
    ),
  'answer.document': (d) => answers(d, 'document'),
  'answer.row': (d) => answers(d, 'row'),
  'answer.annotation': (d) => answers(d, 'annotation'),
  box: (d) =>
    d.annotations.flatMap((one) =>
      one.type === 'box' ? [{ label: one.label, shapes: one.shapes }] : [],
    ),
  'box.caption': (d) =>
    d.annotations.flatMap((one) => (one.type === 'box' && one.caption ? [one.caption] : [])),
  'box.text': (d) =>
    d.annotations.flatMap((one) => (one.type === 'box' && one.target ? [one.target] : [])),
  timestamp: (d) =>
    d.annotations.flatMap((one) =>
      one.type === 'timestamp'
        ? [{ label: one.label ?? null, startMs: one.startMs, endMs: one.endMs }]
        : [],
    ),
  'timestamp.text': (d) =>
    d.annotations.flatMap((one) => (one.type === 'timestamp' && one.target ? [one.target] : [])),
  'origin.by': (d) =>
    d.annotations.flatMap((one) => (one.origin.by === 'unknown' ? [] : [one.origin.by])),
  'origin.user': (d) => d.annotations.flatMap((one) => one.origin.user ?? []),
  'origin.verdict': (d) =>
    d.annotations.flatMap(({ origin }) =>
      origin.verdict ? [{ verdict: origin.verdict, judge: origin.judge ?? null }] : [],
    ),
  'origin.confidence': (d) => d.annotations.flatMap((one) => one.origin.confidence ?? []),
  'origin.time': (d) =>
    d.annotations.flatMap(({ origin }) =>
      origin.createdAt || origin.updatedAt ? [[origin.createdAt, origin.updatedAt]] : [],
    ),
  comment: (d) => d.comments.map(({ text, about }) => ({ text, about: about.type })),
  'comment.author': (d) => d.comments.flatMap((one) => one.by ?? []),
  'schema.labels': (d) => d.schema.labelSets,
  'schema.questions': (d) => d.schema.questions,
  project: (d) => (d.project === undefined ? [] : [d.project]),
  cabinet: (d) => (d.cabinet === undefined ? [] : [d.cabinet]),
} as const satisfies Record<string, Facts>

/** Something a format may or may not be able to keep. */
export type Feature = keyof typeof features

/** All features, in the order they are reported. */
export const featureNames = Object.keys(features) as readonly Feature[]

function spans(document: LabeledDocument): readonly Span[] {
  return document.annotations.filter((one): one is Span => one.type === 'span')
}

function spanFact(document: LabeledDocument, { label, target }: Span) {
  return { label, ...place(document, target) }
}

function place(document: LabeledDocument, target: TextTarget) {
  const { start, end, cell } = target
  return {
    row: document.cells[cell]?.row,
    endRow: document.cells[target.endCell ?? cell]?.row,
    column: document.cells[cell]?.column,
    start,
    end,
  }
}

function onTokenEdges(document: LabeledDocument, target: TextTarget): boolean {
  const first = document.cells[target.cell]?.tokens
  const last = document.cells[target.endCell ?? target.cell]?.tokens
  if (first === undefined || last === undefined) return true
  return edge(first, 0, target.start) && edge(last, 1, target.end)
}

function edge(tokens: Uint32Array, side: 0 | 1, offset: number): boolean {
  for (let index = side; index < tokens.length; index += 2)
    if (tokens[index] === offset) return true
  return false
}

/** What an annotation is, without its id. */
function anchor(document: LabeledDocument, id: string): unknown {
  const annotation = document.annotations.find((one) => one.id === id)
  if (annotation === undefined) return null
  return describe(document, annotation)
}

function describe(document: LabeledDocument, annotation: Annotation): unknown {
  switch (annotation.type) {
    case 'span':
      return spanFact(document, annotation)
    case 'box':
      return { label: annotation.label, shapes: annotation.shapes }
    case 'timestamp':
      return { startMs: annotation.startMs, endMs: annotation.endMs }
    case 'relation':
      return { label: annotation.label ?? null }
    case 'answer':
      return { question: annotation.question, value: annotation.value }
    default:
      return annotation satisfies never
  }
}

function answers(document: LabeledDocument, about: AnswerTarget['type']): readonly unknown[] {
  return document.annotations.flatMap((one) => {
    if (one.type !== 'answer' || one.about.type !== about) return []
    const of =
      one.about.type === 'row'
        ? one.about.row
        : one.about.type === 'annotation'
          ? anchor(document, one.about.id)
          : null
    return [{ question: one.question, of, value: one.value }]
  })
}
