import {
  type Annotation,
  type AnswerValue,
  type Cell,
  fromCodePoints,
  type LabeledDocument,
  type LabelSchema,
  type Origin,
  type TextTarget,
} from '@labelport/model'
import { type Fields, recordsIn } from './tables-in.ts'

/** Reads what the tables say and nothing else. */
export function readBack(files: ReadonlyMap<string, Uint8Array>): LabeledDocument[] {
  const read = (name: string) =>
    recordsIn(new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(name)))
  if (!files.has('documents.csv')) return []
  const of = (rows: readonly Fields[], id: string | undefined) =>
    rows.filter((row) => row.document_id === id)
  const [cells, labels] = [read('cells.csv'), read('labels.csv')]
  return read('documents.csv').map((row) => {
    return documentOf(row, of(cells, row.document_id), of(labels, row.document_id))
  })
}

function documentOf(
  row: Fields,
  cellRows: readonly Fields[],
  labelRows: readonly Fields[],
): LabeledDocument {
  const cells = cellRows.map(cellOf)
  const annotations = labelRows.map((one) => annotationOf(one, cells))
  const columns = new Map(
    cellRows.map((one) => [Number(one.column_index), one.column_name ?? ''] as const),
  )
  const isTable = [...columns.values()].some((name) => name !== '')
  const user = row.copy_person === '' ? {} : { user: { name: row.copy_person } }
  return {
    id: row.document_id,
    name: row.document,
    tasks: row.tasks?.split(' '),
    cells,
    ...(isTable && {
      columns: [...columns].sort(([a], [b]) => a - b).map(([, name]) => ({ name })),
    }),
    media: [],
    annotations,
    comments: [],
    schema: schemaOf(labelRows),
    ...(row.project !== '' && { project: { name: row.project } }),
    ...(row.copy !== '' && { cabinet: { role: row.copy, ...user } }),
  } as object as LabeledDocument
}

function cellOf({ row_index, column_index, status, speaker, text }: Fields): Cell {
  return {
    row: Number(row_index),
    column: Number(column_index),
    text,
    ...(status !== 'shown' && { status }),
    ...(speaker !== '' && { metadata: [{ key: 'speaker', value: speaker }] }),
  } as object as Cell
}

function annotationOf(row: Fields, cells: readonly Cell[]): Annotation {
  const target = targetOf(row, cells)
  const base = {
    id: row.id,
    type: row.kind,
    ...given({ labelSet: row.label_set_id, label: row.label_id }),
    origin: originOf(row),
  }
  const place = target === undefined || row.kind === 'answer' ? {} : { target }
  switch (row.kind) {
    case 'relation':
      return { ...base, from: row.from_id, to: row.to_id } as object as Annotation
    case 'answer': {
      const more =
        row.about === 'row' ? { row: Number(row.row_index) } : given({ id: row.about_id })
      const about = { type: row.about, ...more }
      return {
        ...base,
        question: row.question_id,
        about,
        value: answerValue(row),
      } as object as Annotation
    }
    case 'box':
      return {
        ...base,
        ...place,
        shapes: shapesOf(row),
        ...given({ caption: row.caption }),
      } as object as Annotation
    case 'timestamp': {
      const time = { startMs: Number(row.start_ms), endMs: Number(row.end_ms) }
      return { ...base, ...place, ...time } as object as Annotation
    }
    default:
      return { ...base, ...place } as object as Annotation
  }
}

function shapesOf(row: Fields): unknown {
  const shapes = JSON.parse(row.shapes ?? '[]') as {
    page: number
    points: (readonly [number, number])[]
  }[]
  return shapes.map(({ page, points }) => ({ page, points: points.map(([x, y]) => ({ x, y })) }))
}

function targetOf(row: Fields, cells: readonly Cell[]): TextTarget | undefined {
  if (row.cell_start === '') return undefined
  const at = (of: string | undefined, column: string | undefined): number =>
    cells.findIndex((cell) => cell.row === Number(of) && cell.column === Number(column))
  const cell = at(row.row_index, row.column_index)
  const endCell = at(row.end_row_index, row.end_column_index)
  const start = fromCodePoints(cells[cell]?.text ?? '', Number(row.cell_start)) ?? -1
  const end = fromCodePoints(cells[endCell]?.text ?? '', Number(row.cell_end)) ?? -1
  return { cell, start, end, ...(endCell !== cell && { endCell }) }
}

function originOf(row: Fields): Origin {
  const { made_by: by, person, verdict, judged_by, confidence, created_at, updated_at } = row
  return {
    by,
    ...(person !== '' && { user: { name: person } }),
    ...(judged_by !== '' && { judge: { name: judged_by } }),
    ...(confidence !== '' && { confidence: Number(confidence) }),
    ...given({ verdict, createdAt: created_at, updatedAt: updated_at }),
  } as object as Origin
}

function answerValue({ value_type: type, value_json }: Fields): AnswerValue {
  const parsed: unknown = JSON.parse(value_json ?? 'null')
  const keys = {
    text: 'text',
    texts: 'texts',
    choice: 'options',
    number: 'number',
    flag: 'flag',
    moment: 'iso',
    group: 'entries',
    raw: 'json',
  } as const satisfies Record<AnswerValue['type'], string>
  return { type, [keys[type as AnswerValue['type']]]: parsed } as object as AnswerValue
}

/** As much of the schema as labels and answers name. */
function schemaOf(rows: readonly Fields[]): LabelSchema {
  const sets = new Map<string, Map<string, string>>()
  const questions = new Map<string, string>()
  for (const { label_set_id, label_id, label, question_id, question } of rows) {
    if (question_id) questions.set(question_id, question ?? '')
    if (!label_set_id || !label_id) continue
    sets.set(label_set_id, (sets.get(label_set_id) ?? new Map()).set(label_id, label ?? ''))
  }
  return {
    labelSets: [...sets].map(([id, labels]) => ({
      id,
      appliesTo: 'text',
      labels: [...labels].map(([label, name]) => ({ id: label, name })),
    })),
    questions: [...questions].map(([id, text]) => {
      return { id, text, about: { type: 'document' }, type: 'text' }
    }),
  }
}

/** Without what a table leaves empty. */
function given(fields: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}
