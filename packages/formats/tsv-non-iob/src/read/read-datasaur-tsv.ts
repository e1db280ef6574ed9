import {
  baseName,
  columnLabels,
  limitReports,
  type ReadContext,
  type Source,
  withoutExtension,
} from '@labelport/format'
import {
  type Annotation,
  type Cell,
  type LabeledDocument,
  TokenBuffer,
  tokenAt,
  unknownOrigin,
} from '@labelport/model'
import { placeTokens } from './place-tokens.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type SpanDraft, spanDrafts } from './span-drafts.ts'
import { type Value, valuesOf } from './values.ts'

interface ArrowDraft {
  readonly arrow: Value & { readonly type: 'arrow' }
  readonly column: number
  readonly cell: number
  readonly line: number
}

/** Reads a file as one document: its arrows may go from any row to any other. */
export async function* readDatasaurTsv(
  source: Source,
  context: ReadContext,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const tell = (what: string, severity: 'warning' | 'error', line: number, message: string): void =>
    report({ severity, code: `tsv-non-iob/${what}`, message, place: { path, line } })
  const buffer = new TokenBuffer()
  const cells: Cell[] = []
  const spans = spanDrafts()
  const arrows = new Map<string, ArrowDraft>()
  let base = 0
  let token = 0

  const addCell = (sentence: Sentence): Cell => {
    const { line, tokens: lines } = sentence
    const text = sentence.text ?? lines.map((one) => one.text).join(' ')
    if (sentence.text === undefined) {
      const message = 'Found tokens without a "#Text=" line; they are joined by blanks.'
      tell('missing-text', 'warning', line, message)
    }
    const placed = placeTokens(text, lines, base, buffer)
    const [missing] = placed.missing
    if (missing !== undefined) {
      const message = `Found the token ${JSON.stringify(lines[missing]?.text)}, which the text does not hold after the token before it.`
      tell('token-not-in-text', 'warning', lines[missing]?.line ?? line, message)
    } else if (placed.base === undefined && sentence.text !== undefined) {
      const message = 'Found ranges that do not cover their tokens; the tokens were looked for.'
      tell('offsets-differ', 'warning', line, message)
    }
    base = (placed.base ?? base) + text.length + 1
    return { row: cells.length, column: 0, text, tokens: placed.tokens }
  }
  for await (const sentence of sentencesOf(source, report, context.signal)) {
    const cell = addCell(sentence)
    const index = cells.push(cell) - 1
    for (const [at, { fields, line }] of sentence.tokens.entries()) {
      const { start, end } = tokenAt(cell.tokens ?? new Uint32Array(), at)
      const place = { cell: index, start, end, token }
      token += 1
      for (const [column, field] of fields.entries()) {
        for (const value of valuesOf(field)) {
          if (value.type === 'arrow') {
            // Repeated on every token of a label, it is one arrow all the same.
            const key = `${index} ${column} ${value.from} ${value.to} ${value.name ?? ''}`
            if (!arrows.has(key)) arrows.set(key, { arrow: value, column, cell: index, line })
          } else if (spans.take(column, value.name, value.number, place) === 'gap') {
            const message = `Found label number ${value.number} again after a gap; expected neighbouring tokens. It is read as another label.`
            tell('label-with-gap', 'warning', line, message)
          }
        }
      }
    }
  }
  const labels = columnLabels(context.schema)
  const named = (column: number, name: string) => {
    const { trouble, ...found } = labels.find(column, name)
    if (trouble) {
      report({ code: `tsv-non-iob/${trouble.what}`, ...trouble.finding, place: { path } })
    }
    return found
  }
  const annotations: Annotation[] = []
  let arrowCount = 0
  const idOf = new Map<SpanDraft, string>()
  for (const draft of spans.all) {
    const { column, name, cell, start, endCell, end } = draft
    const id = `span-${annotations.length + 1}`
    idOf.set(draft, id)
    const target = endCell === cell ? { cell, start, end } : { cell, start, endCell, end }
    annotations.push({ type: 'span', id, ...named(column, name), target, origin: unknownOrigin })
  }
  for (const { arrow, column, cell, line } of arrows.values()) {
    const [from, to] = [spans.find(arrow.from, cell), spans.find(arrow.to, cell)]
    if (from === undefined || to === undefined) {
      const message = `Found an arrow from ${arrow.from} to ${arrow.to}; expected the numbers of two labels of this file. It is left out.`
      tell('dangling-arrow', 'error', line, message)
      continue
    }
    arrowCount += 1
    annotations.push({
      type: 'relation',
      id: `arrow-${arrowCount}`,
      ...(arrow.name === undefined
        ? { labelSet: labels.labelSetOf(column) }
        : named(column, arrow.name)),
      from: idOf.get(from) ?? '',
      to: idOf.get(to) ?? '',
      origin: unknownOrigin,
    })
  }
  close()
  yield {
    id: path,
    name: context.documentName ?? withoutExtension(baseName(path), ['.tsv']),
    tasks: ['token'],
    cells,
    media: [],
    annotations,
    comments: [],
    schema: labels.schema(),
  }
}
