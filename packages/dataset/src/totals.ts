import type { Annotation, Cabinet, LabeledDocument } from '@labelport/model'

/** How much of everything there is. */
export interface Totals {
  /** Segments of one file count as one document. */
  documents: number
  /** Rows that hold at least one cell, hidden ones included. */
  rows: number
  /** Hidden and deleted ones included. */
  cells: number
  /** Cells that are hidden or deleted. */
  hidden: number
  tokens: number
  spans: number
  relations: number
  boxes: number
  timestamps: number
  answers: number
  comments: number
  /** Documents by whose copy they are; `none` lie in no cabinet. */
  readonly roles: Record<Cabinet['role'] | 'none', number>
}

/** Totals of nothing. */
export function noTotals(): Totals {
  return {
    documents: 0,
    rows: 0,
    cells: 0,
    hidden: 0,
    tokens: 0,
    spans: 0,
    relations: 0,
    boxes: 0,
    timestamps: 0,
    answers: 0,
    comments: 0,
    roles: { review: 0, labeler: 0, root: 0, none: 0 },
  }
}

const totalOf = {
  span: 'spans',
  relation: 'relations',
  box: 'boxes',
  timestamp: 'timestamps',
  answer: 'answers',
} as const satisfies Record<Annotation['type'], keyof Totals>

/** The totals of one document. */
export function totalsOf(document: LabeledDocument): Totals {
  const totals = noTotals()
  if (document.segment === undefined || document.segment.index === 0) {
    totals.documents = 1
    totals.roles[document.cabinet?.role ?? 'none'] = 1
  }
  totals.cells = document.cells.length
  totals.comments = document.comments.length
  for (const annotation of document.annotations) totals[totalOf[annotation.type]] += 1
  const rows = new Set<number>()
  let lastRow = -1
  for (const cell of document.cells) {
    if (cell.row !== lastRow) rows.add(cell.row)
    lastRow = cell.row
    if (cell.status !== undefined) totals.hidden += 1
    if (cell.tokens !== undefined) totals.tokens += cell.tokens.length / 2
  }
  totals.rows = rows.size
  return totals
}

/** Adds `more` to `sum`. */
export function addTotals(sum: Totals, more: Totals): void {
  for (const key of numbers) sum[key] += more[key]
  for (const role of roles) sum.roles[role] += more.roles[role]
}

const { roles: noRoles, ...noNumbers } = noTotals()
const numbers = Object.keys(noNumbers) as readonly (keyof typeof noNumbers)[]
const roles = Object.keys(noRoles) as readonly (keyof typeof noRoles)[]
