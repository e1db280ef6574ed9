/** What a column holds, in the words of DuckDB. */
export type ColumnType = 'VARCHAR' | 'BIGINT' | 'DOUBLE'

const text = 'VARCHAR'
const count = 'BIGINT'
const number = 'DOUBLE'

/** The columns every table begins with: which copy of which document a row belongs to. */
export const documentColumns = {
  document: text,
  document_id: text,
  part: count,
  project: text,
  copy: text,
  copy_person: text,
} as const satisfies Record<string, ColumnType>

/** The columns of every table, in order. */
export const tables = {
  labels: {
    ...documentColumns,
    id: text,
    kind: text,
    label_set_id: text,
    label_set: text,
    label_id: text,
    label: text,
    row_index: count,
    column_index: count,
    cell_start: count,
    end_row_index: count,
    end_column_index: count,
    cell_end: count,
    quote: text,
    question_id: text,
    question: text,
    about: text,
    about_id: text,
    value_type: text,
    value: text,
    value_json: text,
    from_id: text,
    to_id: text,
    page: count,
    x_min: number,
    y_min: number,
    x_max: number,
    y_max: number,
    shapes: text,
    caption: text,
    start_ms: number,
    end_ms: number,
    made_by: text,
    person: text,
    verdict: text,
    judged_by: text,
    confidence: number,
    created_at: text,
    updated_at: text,
  },
  cells: {
    ...documentColumns,
    row_index: count,
    column_index: count,
    column_name: text,
    status: text,
    speaker: text,
    text,
  },
  documents: {
    ...documentColumns,
    tasks: text,
    cells: count,
    spans: count,
    relations: count,
    answers: count,
    boxes: count,
    timestamps: count,
  },
} as const satisfies Record<string, Readonly<Record<string, ColumnType>>>

/** A name of a table, which is the name of its file too. */
export type TableName = keyof typeof tables

/** A row: every column of its own that says something. Null and absent are the same. */
export type TableRow<Name extends TableName> = Row<
  Omit<(typeof tables)[Name], keyof typeof documentColumns>
>

/** What every row of a document begins with. */
export type DocumentRow = Row<typeof documentColumns>

type Row<Columns> = {
  readonly [Column in keyof Columns]?: (Columns[Column] extends 'VARCHAR' ? string : number) | null
}
