import { type NamedLabels, namedLabels, nameTrouble, type ReadContext } from '@labelport/format'
import {
  type Annotation,
  type Cell,
  type LabeledDocument,
  tokenCount,
  unknownOrigin,
} from '@labelport/model'
import type { Kept } from '../extra.ts'
import type { Row } from './row.ts'

/** A segment ends after this many rows; no label goes on from one row to the next. */
const segmentRows = 2048

/** What is standard between token and tag, and need not be kept. */
const usual = ['-X- -X- ', '-X-\t-X-\t']

/** Makes documents and their segments of rows. */
export interface Documents {
  /** Begins a document with its `-DOCSTART-` line; returns what was left of the one before. */
  begin(docstart: string): LabeledDocument | undefined
  /** Adds a row; returns a segment when it is full. */
  add(row: Row, tabs: boolean): LabeledDocument | undefined
  /** What is left of the last document; a file without any row is one document without rows. */
  finish(): LabeledDocument
}

/** Starts at the beginning of a file. `schemeSeen` is asked when a document leaves. */
export function documentsOf(
  path: string,
  name: string,
  context: ReadContext,
  schemeSeen: () => Kept['scheme'],
): Documents {
  const names: NamedLabels = namedLabels(context.schema)
  const indexOf = new Map<string, number>()
  let count = 0
  let docstart: string | undefined
  let isBegun = false
  let index = 0
  let row = 0
  let spans = 0
  let rows: Row[] = []
  let hasTabs = false

  const labelOf = (label: string) => {
    let at = indexOf.get(label)
    if (at === undefined) {
      at = names.named.length
      indexOf.set(label, at)
      const trouble = nameTrouble(label, names.add(label))
      if (trouble) {
        const code = `conll-2003/${trouble.what}` as const
        context.report({ ...trouble.finding, code, place: { path } })
      }
    }
    return names.named[at] ?? { labelSet: '', label }
  }
  const take = (last: boolean): LabeledDocument => {
    const cells: Cell[] = []
    const annotations: Annotation[] = []
    for (const { text, tokens, labels } of rows) {
      for (const { name: label, start, end, line } of labels) {
        spans += 1
        const target = { cell: cells.length, start, end }
        const id = `span-${spans}`
        context.locate?.('annotation', id, { line })
        annotations.push({ type: 'span', id, ...labelOf(label), target, origin: unknownOrigin })
      }
      cells.push({ row, column: 0, text, tokens })
      row += 1
    }
    const isUsual = rows.every(({ middles }) => middles.every((one) => usual.includes(one)))
    const scheme = schemeSeen()
    const kept: Kept = {
      ...(docstart !== undefined && { docstart }),
      ...(!isUsual && { middles: rows.map(({ middles }) => middles) }),
      ...(hasTabs && { tabs: true }),
      ...(scheme && { scheme }),
      ...(count > 0 && { follows: true }),
    }
    const document: LabeledDocument = {
      id: count === 0 ? path : `${path}#${count + 1}`,
      name: count === 0 ? name : `${name}#${count + 1}`,
      ...(index === 0 && last ? {} : { segment: { index, last } }),
      tasks: ['token'],
      cells,
      media: [],
      annotations,
      comments: [],
      schema: names.schema(),
      extra: { 'conll-2003': kept },
    }
    rows = []
    index += 1
    return document
  }
  return {
    begin(line) {
      const before = isBegun ? take(true) : undefined
      if (isBegun) count += 1
      isBegun = true
      docstart = line
      index = 0
      row = 0
      spans = 0
      return before
    },
    add(one, tabs) {
      const full = rows.length >= segmentRows ? take(false) : undefined
      isBegun = true
      hasTabs ||= tabs
      if (tokenCount(one.tokens) > 0) rows.push(one)
      return full
    },
    finish: () => take(true),
  }
}
