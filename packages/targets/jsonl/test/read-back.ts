import type {
  Annotation,
  AnswerValue,
  Cell,
  Comment,
  LabeledDocument,
  LabelSchema,
  Origin,
  TextTarget,
} from '@labelport/model'
import { fromCodePoints } from '@labelport/model'

/** A line as it stands in the file; a mistake in this shape fails the promises. */
export interface Line {
  readonly document: string
  readonly document_id: string
  readonly part: number | null
  readonly project: string | null
  readonly project_id: string | null
  readonly project_tags: readonly string[] | null
  readonly project_completed_at: string | null
  readonly copy: 'review' | 'labeler' | null
  readonly copy_person: string | null
  readonly tasks: LabeledDocument['tasks']
  readonly media: LabeledDocument['media']
  readonly columns: readonly { readonly name: string; readonly role: 'data' | 'answer' }[] | null
  readonly text: string
  readonly cells: readonly CellLine[]
  readonly spans: readonly Fields[]
  readonly relations: readonly Fields[]
  readonly answers: readonly Fields[]
  readonly boxes: readonly Fields[]
  readonly timestamps: readonly Fields[]
  readonly comments: readonly Fields[] | null
}

interface CellLine {
  readonly row_index: number
  readonly column_index: number
  readonly start_char: number | null
  readonly end_char: number | null
  readonly text: string
  readonly status: 'shown' | 'hidden' | 'deleted'
  readonly tokens: readonly (readonly [number, number])[] | null
  readonly metadata: readonly {
    readonly key: string
    readonly value: string
    readonly pinned: boolean | null
    readonly type: string | null
  }[]
}

type Fields = Readonly<Record<string, unknown>>

/** The lines of a file. */
export function linesIn(text: string): readonly Line[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line)
}

/** Reads what a line says and nothing else. */
export function readBack(files: ReadonlyMap<string, Uint8Array>): LabeledDocument[] {
  const bytes = files.get('train.jsonl')
  return bytes === undefined ? [] : linesIn(new TextDecoder().decode(bytes)).map(documentOf)
}

function documentOf(line: Line): LabeledDocument {
  const cells = line.cells.map(cellOf)
  const target = (fields: Fields) => targetOf(fields, cells)
  const annotations: Annotation[] = [
    ...line.spans.map((one) => ({ type: 'span', ...base(one), ...place(target(one)) })),
    ...line.relations.map((one) => {
      return { type: 'relation', ...base(one), from: one.from_id, to: one.to_id }
    }),
    ...line.answers.map((one) => {
      const about = withoutNulls({ type: one.about, row: one.about_row, id: one.about_id })
      return {
        type: 'answer',
        ...base(one),
        question: one.question_id,
        about,
        value: answerValue(one),
      }
    }),
    ...line.boxes.map((one) => {
      const { shapes, caption } = one
      return {
        type: 'box',
        ...base(one),
        ...withoutNulls({ shapes, caption }),
        ...place(target(one)),
      }
    }),
    ...line.timestamps.map((one) => {
      const time = { startMs: one.start_ms, endMs: one.end_ms }
      return { type: 'timestamp', ...base(one), ...time, ...place(target(one)) }
    }),
  ] as readonly unknown[] as Annotation[]
  const project = withoutNulls({
    id: line.project_id,
    name: line.project,
    tags: line.project_tags,
    completedAt: line.project_completed_at,
  })
  const user = line.copy_person === null ? {} : { user: { name: line.copy_person } }
  return {
    id: line.document_id,
    name: line.document,
    ...withoutNulls({ part: line.part }),
    tasks: line.tasks,
    cells,
    ...(line.columns !== null && { columns: line.columns }),
    media: line.media,
    annotations,
    comments: (line.comments ?? []).map(commentOf),
    schema: schemaOf(line),
    ...(Object.keys(project).length > 0 && { project }),
    ...(line.copy !== null && { cabinet: { role: line.copy, ...user } }),
  } as LabeledDocument
}

function cellOf({ row_index, column_index, text, status, tokens, metadata }: CellLine): Cell {
  return {
    row: row_index,
    column: column_index,
    text,
    ...(tokens !== null && {
      tokens: Uint32Array.from(tokens.flat().map((at) => fromCodePoints(text, at) ?? -1)),
    }),
    ...(status !== 'shown' && { status }),
    ...(metadata.length > 0 && { metadata: metadata.map((one) => withoutNulls({ ...one })) }),
  } as object as Cell
}

function base(fields: Fields) {
  const { id, label_set_id, label_id } = fields
  return {
    id,
    ...withoutNulls({ labelSet: label_set_id, label: label_id }),
    origin: origin(fields),
  }
}

function origin({
  made_by,
  person,
  verdict,
  judged_by,
  confidence,
  created_at,
  updated_at,
}: Fields) {
  return withoutNulls({
    by: made_by,
    user: typeof person === 'string' ? { name: person } : null,
    verdict,
    judge: typeof judged_by === 'string' ? { name: judged_by } : null,
    confidence,
    createdAt: created_at,
    updatedAt: updated_at,
  }) as object as Origin
}

function targetOf(fields: Fields, cells: readonly Cell[]): TextTarget | undefined {
  const at = (row: unknown, column: unknown): number =>
    cells.findIndex((cell) => cell.row === row && cell.column === column)
  if (typeof fields.row_index !== 'number') return undefined
  const cell = at(fields.row_index, fields.column_index)
  const endCell = at(fields.end_row_index, fields.end_column_index)
  const start = fromCodePoints(cells[cell]?.text ?? '', Number(fields.cell_start)) ?? -1
  const end = fromCodePoints(cells[endCell]?.text ?? '', Number(fields.cell_end)) ?? -1
  return { cell, start, end, ...(endCell !== cell && { endCell }) }
}

function place(target: TextTarget | undefined) {
  return target === undefined ? {} : { target }
}

function answerValue(fields: Fields): AnswerValue {
  const { value_type, values, option_ids, number, flag, json } = fields
  const [value] = values as readonly string[]
  const parsed: unknown = typeof json === 'string' ? JSON.parse(json) : undefined
  const content = {
    text: { text: value },
    texts: { texts: values },
    choice: { options: option_ids },
    number: { number },
    flag: { flag },
    moment: { iso: value },
    group: { entries: parsed },
    raw: { json: parsed },
  }[value_type as AnswerValue['type']]
  return { type: value_type, ...content } as AnswerValue
}

function commentOf(fields: Fields): Comment {
  const { id, text, about, about_id, person, created_at } = fields
  return {
    id,
    text,
    about: withoutNulls({ type: about, id: about_id }),
    ...withoutNulls({ by: person === null ? null : { name: person }, at: created_at }),
  } as object as Comment
}

/** As much of the schema as labels and answers name. */
function schemaOf(line: Line): LabelSchema {
  const sets = new Map<string, Map<string, string>>()
  for (const one of [...line.spans, ...line.relations, ...line.boxes, ...line.timestamps]) {
    if (typeof one.label_set_id !== 'string' || typeof one.label_id !== 'string') continue
    const labels = sets.get(one.label_set_id) ?? new Map<string, string>()
    sets.set(one.label_set_id, labels.set(one.label_id, String(one.label)))
  }
  const questions = new Map(line.answers.map((one) => [one.question_id, one.question]))
  return {
    labelSets: [...sets].map(([id, labels]) => ({
      id,
      appliesTo: 'text',
      labels: [...labels].map(([label, name]) => ({ id: label, name })),
    })),
    questions: [...questions].map(([id, text]) => {
      return { id: String(id), text: String(text), about: { type: 'document' }, type: 'text' }
    }),
  }
}

function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
