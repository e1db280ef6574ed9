import {
  type Annotation,
  type Cell,
  emptySchema,
  type LabeledDocument,
  labelNames,
  type TextTarget,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'
import { type ReadFile, type ReadSpan, readWebanno } from './read-webanno.ts'

/** Makes documents of what files say. */
export function readBack(
  files: ReadonlyMap<string, Uint8Array>,
  original: LabeledDocument,
): LabeledDocument[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return [...files.values()].map((bytes) =>
    documentOf(readWebanno(decoder.decode(bytes)), original),
  )
}

function documentOf(file: ReadFile, { name, schema }: LabeledDocument): LabeledDocument {
  const labels = new Map(
    schema.labelSets.flatMap((set) =>
      set.labels.map(({ id }) => [labelNames(schema, 'text').nameOf(set.id, id), [set.id, id]]),
    ),
  )
  const labelOf = (value = '') => {
    const [labelSet = '?', label = value] = labels.get(value) ?? []
    return { labelSet, label }
  }
  const { cells, starts } = cellsOf(file)
  const ids = new Map(file.spans.map((span, index) => [span, `s${index}`]))
  const annotations: Annotation[] = file.spans.map((span) => ({
    type: 'span',
    id: ids.get(span) ?? '',
    ...labelOf(span.value),
    target: targetOf(span, starts),
    origin: unknownOrigin,
  }))
  for (const [index, { value, from, to }] of file.relations.entries()) {
    const { labelSet, label } = labelOf(value)
    annotations.push({
      type: 'relation',
      id: `r${index}`,
      labelSet,
      ...(value !== undefined && { label }),
      from: ids.get(from) ?? '',
      to: ids.get(to) ?? '',
      origin: unknownOrigin,
    })
  }
  const used = [...new Set(file.spans.map(({ value = '' }) => value))]
  const labelSets = [
    { id: 's', appliesTo: 'text', labels: used.map((one) => ({ id: one, name: one })) },
  ] as const
  return {
    id: '1',
    name,
    tasks: ['token'],
    cells,
    media: [],
    annotations,
    comments: [],
    schema: { ...emptySchema, labelSets: used.length === 0 ? [] : labelSets },
  }
}

/** Each sentence is a cell, with the blanks before it: one line feed lies between two. */
function cellsOf({ text, sentences, tokens }: ReadFile) {
  const buffer = new TokenBuffer()
  const starts: number[] = []
  let start = 0
  const cells = sentences.map(({ end }, row): Cell => {
    starts.push(start)
    for (const token of tokens) {
      if (token.begin < start || token.end > end) continue
      buffer.add(token.begin - start, token.end - start)
    }
    const cell = { row, column: 0, text: text.slice(start, end), tokens: buffer.take() }
    start = end + 1
    return cell
  })
  return { cells, starts }
}

function targetOf({ begin, end }: ReadSpan, starts: readonly number[]): TextTarget {
  const cell = starts.findLastIndex((start) => start <= begin)
  const endCell = starts.findLastIndex((start) => start < end)
  const target = { cell, start: begin - (starts[cell] ?? 0), end: end - (starts[endCell] ?? 0) }
  return endCell === cell ? target : { ...target, endCell }
}
