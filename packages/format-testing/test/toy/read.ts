import {
  chunksOf,
  FormatError,
  type Line,
  linesOf,
  type ReadContext,
  type Source,
} from '@labelport/format'
import {
  type Cell,
  emptySchema,
  type LabeledDocument,
  type Span,
  unknownOrigin,
} from '@labelport/model'
import type { Fault } from './fault.ts'

interface Draft {
  readonly id: string
  readonly name: string
  readonly segment: { readonly index: number; readonly last: boolean }
  readonly cells: Cell[]
  readonly spans: Span[]
}

/** Yields a document, or a segment of one, at every `end`. */
export async function* read(
  source: Source,
  { report, signal }: ReadContext,
  fault: Fault | undefined,
): AsyncGenerator<LabeledDocument> {
  const code = fault === 'uses the code of another format' ? 'other/bad-line' : 'toy/bad-line'
  const heard = fault === 'ignores the signal' ? undefined : signal
  const waiting: LabeledDocument[] = []
  let draft: Draft | undefined
  let first = true
  for await (const { text, number } of linesFor(source, heard, fault)) {
    if (first && !text.startsWith('["toy"')) {
      if (fault === 'throws TypeError on damage') throw new TypeError('undefined is not a line')
      if (fault === 'never ends on damage') await new Promise(() => {})
      const message = 'The file does not begin with ["toy",1].'
      throw new FormatError({ severity: 'error', code: 'toy/no-head', message })
    }
    if (first) {
      first = false
      continue
    }
    const entry = parse(text)
    const next = entry === undefined ? undefined : take(draft, entry, fault)
    if (next === undefined) {
      const message = 'Expected a document, a text, a span or an end.'
      const place = { path: source.path, line: number }
      if (fault !== 'says nothing of damage') report({ severity: 'error', code, message, place })
    } else if (next.type === 'draft') {
      draft = next.draft
    } else {
      draft = undefined
      if (fault === 'buffers the whole file') waiting.push(next.document)
      else if (fault === 'makes much of little') yield swollen(next.document)
      else yield next.document
    }
  }
  yield* waiting
  if (draft !== undefined && fault !== 'says nothing of damage') {
    report({ severity: 'error', code: 'toy/no-end', message: 'The last document has no end.' })
  }
}

/** As if a number in the file said how long the text is. */
function swollen(document: LabeledDocument): LabeledDocument {
  return { ...document, extra: { toy: ' '.repeat(1_000_000) } }
}

type Step =
  | { readonly type: 'draft'; readonly draft: Draft }
  | { readonly type: 'document'; readonly document: LabeledDocument }

function take(
  draft: Draft | undefined,
  entry: readonly unknown[],
  fault?: Fault,
): Step | undefined {
  const [kind, ...rest] = entry
  if (kind === 'document' && draft === undefined) {
    const [id, name, index, last, row] = rest
    if (typeof id !== 'string' || typeof name !== 'string' || typeof index !== 'number') return
    if (typeof row !== 'number' || typeof last !== 'boolean') return
    const told = fault === 'invents a name' ? 'toy' : name
    const segment = { index, last }
    return { type: 'draft', draft: { id, name: told, segment, cells: [], spans: [] } }
  }
  if (draft === undefined) return undefined
  const { cells, spans, ...document } = draft
  if (kind === 'text' && typeof rest[0] === 'string' && typeof rest[1] === 'number') {
    cells.push({ row: rest[1], column: 0, text: rest[0] })
    return { type: 'draft', draft }
  }
  if (kind === 'span') {
    const span = spanOf(rest, draft, fault)
    if (span !== undefined) spans.push(span)
    return span === undefined ? undefined : { type: 'draft', draft }
  }
  if (kind !== 'end') return undefined
  const { segment, ...whole } = document
  const pieces = segment.index === 0 && segment.last ? whole : { ...whole, segment }
  const plain = { tasks: ['token'], media: [], comments: [], schema: emptySchema } as const
  return { type: 'document', document: { ...pieces, ...plain, cells, annotations: spans } }
}

function spanOf(entry: readonly unknown[], draft: Draft, fault?: Fault): Span | undefined {
  const [id, labelSet, label, from, to] = entry
  const cell = draft.cells.length - 1
  const length = draft.cells[cell]?.text.length
  if (typeof id !== 'string' || typeof labelSet !== 'string' || typeof label !== 'string') return
  if (!Number.isInteger(from) || !Number.isInteger(to) || length === undefined) return
  let [start, end] = [Number(from), Number(to)]
  if (start < 0 || end < start || end > length) return
  if (draft.spans.some((span) => span.id === id)) return
  if (fault === 'starts one character late') start = Math.min(start + 1, end)
  if (fault === 'ends behind the text') end = length + 1
  const unique = fault === 'repeats ids' ? 'span' : id
  const target = { cell, start, end }
  return { type: 'span', id: unique, labelSet, label, target, origin: unknownOrigin }
}

function parse(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

async function* linesFor(
  source: Source,
  signal: AbortSignal | undefined,
  fault: Fault | undefined,
): AsyncGenerator<Line> {
  if (fault === 'keeps the stream open') yield* heldLines(source, signal)
  else if (fault === 'reads only the first chunk') {
    const { value } = await source.open().getReader().read()
    const lines = new TextDecoder().decode(value).trimEnd().split('\n')
    yield* lines.map((text, index) => ({ text, number: index + 1 }))
  } else if (fault === 'decodes each chunk alone') {
    let all = ''
    for await (const chunk of chunksOf(source, signal)) all += new TextDecoder().decode(chunk)
    yield* all
      .trimEnd()
      .split('\n')
      .map((text, index) => ({ text, number: index + 1 }))
  } else yield* linesOf(source, 'toy', signal)
}

/** Never gives the stream back. */
async function* heldLines(source: Source, signal: AbortSignal | undefined): AsyncGenerator<Line> {
  const reader = source.open().getReader()
  const open = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      async pull(controller) {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      },
    })
  yield* linesOf({ path: source.path, open }, 'toy', signal)
}
