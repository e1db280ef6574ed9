import {
  type Annotation,
  type AnswerTarget,
  type AnswerValue,
  type Cell,
  emptySchema,
  fromCodePoints,
  type LabeledDocument,
  type LabelSet,
  labelNames,
  type Question,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'
import { cardClasses, parquetRows, type Written } from './written.ts'

type Row = Readonly<Record<string, unknown>>
type Classes = ReadonlyMap<string, readonly string[]>

interface Reading {
  readonly rows: readonly Row[]
  readonly classes: Classes
  readonly original: LabeledDocument
}

/** Reads the Parquet files and the card, and nothing else but the ids of labels. */
export async function readBack(
  files: Written['files'],
  original: LabeledDocument,
): Promise<LabeledDocument[]> {
  const rows = await parquetRows(files)
  const [first] = rows
  if (first === undefined) return []
  const reading = { rows, classes: cardClasses(files), original }
  const base: LabeledDocument = {
    id: '1',
    name: String(first.document ?? first.file_name),
    tasks: [],
    cells: [],
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
  }
  if ('tags' in first) return [{ ...base, ...tokens(reading) }]
  if ('objects' in first) return [{ ...base, ...boxes(reading) }]
  if ('spans' in first) return [{ ...base, ...spans(reading) }]
  if ('row' in first) return [{ ...base, ...table(reading) }]
  return [{ ...base, ...whole(reading) }]
}

function tokens({ rows, classes, original }: Reading): Partial<LabeledDocument> {
  const names = classes.get('tags') ?? []
  const ids = labelIds(original, 'text')
  const cells: Cell[] = []
  const annotations: Annotation[] = []
  for (const row of rows) {
    const buffer = new TokenBuffer()
    const tags = list(row.tags).map((tag) => names[Number(tag)] ?? '')
    let text = ''
    let open: { start: number; end: number; label: string } | undefined
    const close = (): void => {
      if (open === undefined) return
      const [labelSet, label] = ids.get(open.label) ?? ['?', open.label]
      const target = { cell: cells.length, start: open.start, end: open.end }
      const id = `s${annotations.length}`
      annotations.push({ type: 'span', id, labelSet, label, target, origin: unknownOrigin })
      open = undefined
    }
    for (const [index, token] of list(row.tokens).map(String).entries()) {
      if (index > 0) text += ' '
      const start = text.length
      text += token
      buffer.add(start, text.length)
      const tag = tags[index] ?? ''
      if (!tag.startsWith('I-')) close()
      if (tag.startsWith('B-')) open = { start, end: text.length, label: tag.slice(2) }
      else if (open !== undefined) open.end = text.length
    }
    close()
    cells.push({ row: Number(row.row), column: 0, text, tokens: buffer.take() })
  }
  const labels = names.filter((name) => name.startsWith('B-')).map((name) => name.slice(2))
  return { cells, annotations, schema: { ...emptySchema, labelSets: setOf(labels, 'text') } }
}

function boxes(reading: Reading): Partial<LabeledDocument> {
  const { rows, classes, original } = reading
  const names = classes.get('category') ?? []
  const ids = labelIds(original, 'box')
  const annotations: Annotation[] = []
  for (const row of rows) {
    for (const object of list(row.objects).map(record)) {
      const name = names[Number(object.category)] ?? ''
      const [labelSet, label] = ids.get(name) ?? ['?', name]
      const flat = list(object.polygon).map(Number)
      const points = flat.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: flat[at + 1] ?? 0 }] : []))
      const caption = object.caption === null ? {} : { caption: String(object.caption) }
      const shapes = [{ page: Number(row.page), points }]
      const id = `b${annotations.length}`
      annotations.push({
        type: 'box',
        id,
        labelSet,
        label,
        shapes,
        origin: unknownOrigin,
        ...caption,
      })
    }
  }
  const questions = original.schema.questions.filter(({ about }) => about.type === 'document')
  annotations.push(...answers(reading, rows[0] ?? {}, questions, { type: 'document' }))
  return { annotations, schema: { labelSets: setOf(names, 'box'), questions } }
}

/** Cuts the text into its lines and turns code points into places in them. */
function spans({ rows, original }: Reading): Partial<LabeledDocument> {
  const [row = {}] = rows
  const text = String(row.text)
  const lines = text.split('\n')
  const ids = labelIds(original, 'text')
  const place = (codePoints: number): { cell: number; offset: number } => {
    let offset = fromCodePoints(text, codePoints) ?? 0
    let cell = 0
    for (; offset > (lines[cell]?.length ?? 0); cell += 1) offset -= (lines[cell]?.length ?? 0) + 1
    return { cell, offset }
  }
  const annotations = list(row.spans)
    .map(record)
    .map((span, index): Annotation => {
      const [start, end] = [place(Number(span.start)), place(Number(span.end))]
      const [labelSet, label] = ids.get(String(span.label)) ?? ['?', String(span.label)]
      const target = { cell: start.cell, start: start.offset, endCell: end.cell, end: end.offset }
      return { type: 'span', id: `s${index}`, labelSet, label, target, origin: unknownOrigin }
    })
  return { cells: lines.map((line, index) => ({ row: index, column: 0, text: line })), annotations }
}

function table(reading: Reading): Partial<LabeledDocument> {
  const { rows, original } = reading
  const questions = original.schema.questions.filter(({ about }) => about.type === 'row')
  const fixed = new Set(['id', 'document', 'row', ...questions.map(({ text }) => text)])
  const columns = Object.keys(rows[0] ?? {}).filter((name) => !fixed.has(name))
  const cells: Cell[] = []
  const annotations: Annotation[] = []
  for (const row of rows) {
    for (const [column, name] of columns.entries()) {
      const text = row[name]
      if (typeof text === 'string') cells.push({ row: Number(row.row), column, text })
    }
    annotations.push(...answers(reading, row, questions, { type: 'row', row: Number(row.row) }))
  }
  const plain = columns.length === 1 && columns[0] === 'text'
  return {
    cells,
    annotations,
    ...(plain ? {} : { columns: columns.map((name) => ({ name })) }),
    schema: { ...emptySchema, questions },
  }
}

function whole(reading: Reading): Partial<LabeledDocument> {
  const { rows, original } = reading
  const questions = original.schema.questions.filter(({ about }) => about.type === 'document')
  const [row = {}] = rows
  const texts = typeof row.text === 'string' ? row.text.split('\n') : []
  return {
    cells: texts.map((text, index) => ({ row: index, column: 0, text })),
    annotations: answers(reading, row, questions, { type: 'document' }),
    schema: { ...emptySchema, questions },
  }
}

function answers(
  { classes }: Reading,
  row: Row,
  questions: readonly Question[],
  about: AnswerTarget,
): Annotation[] {
  return questions.flatMap((question): Annotation[] => {
    const found = row[question.text]
    if (found === null || found === undefined) return []
    const value = answerValueOf(found, question, classes.get(question.text) ?? [])
    const id = `${JSON.stringify(about)}${question.id}`
    return [{ type: 'answer', id, question: question.id, about, value, origin: unknownOrigin }]
  })
}

function answerValueOf(found: unknown, question: Question, names: readonly string[]): AnswerValue {
  switch (question.type) {
    case 'choice': {
      const ids = list(question.multiple === true ? found : [found]).map(
        (id) => names[Number(id)] ?? '',
      )
      const options = ids.map(
        (name) => question.options.find((one) => one.name === name)?.id ?? name,
      )
      return { type: 'choice', options }
    }
    case 'flag':
      return { type: 'flag', flag: found === true }
    case 'slider':
      return { type: 'number', number: Number(found) }
    case 'date':
    case 'time':
      return { type: 'moment', iso: String(found) }
    default:
      return Array.isArray(found)
        ? { type: 'texts', texts: found.map(String) }
        : { type: 'text', text: String(found) }
  }
}

function labelIds(
  { schema }: LabeledDocument,
  appliesTo: LabelSet['appliesTo'],
): ReadonlyMap<string, readonly [string, string]> {
  const names = labelNames(schema, appliesTo)
  const sets = schema.labelSets.filter((set) => set.appliesTo === appliesTo)
  return new Map(
    sets.flatMap((set) =>
      set.labels.map(({ id }) => [names.nameOf(set.id, id), [set.id, id] as const] as const),
    ),
  )
}

function setOf(names: readonly string[], appliesTo: LabelSet['appliesTo']): readonly LabelSet[] {
  if (names.length === 0) return []
  return [{ id: 'classes', appliesTo, labels: names.map((name) => ({ id: name, name })) }]
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function record(value: unknown): Row {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
