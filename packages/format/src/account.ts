import {
  type LabeledDocument,
  noStatements,
  type StatementCounts,
  type StatementType,
  statementTypes,
} from '@labelport/model'
import { FormatError } from './diagnostic.ts'

/** Why some statements did not reach the output as they were. */
export interface Fate {
  /** `format-id/what-happened`. */
  readonly code: `${string}/${string}`
  /** One sentence, the same for every use of the code. */
  readonly reason: string
  readonly document: LabeledDocument
  /** The statements: annotation or comment ids, or cell indices. */
  readonly ids: readonly (string | number)[]
}

/** Where a writer says what became of each statement of the source. */
export interface Account {
  /** Counts statements that reached the output unchanged. */
  keep(type: StatementType, count?: number): void
  /** Statements that reached the output in another form. */
  change(type: StatementType, fate: Fate): void
  /** Statements that did not reach the output. */
  drop(type: StatementType, fate: Fate): void
}

/** One line of a ledger: what happened, to how many, and where it was first seen. */
export interface LedgerEntry {
  readonly effect: 'changed' | 'dropped'
  readonly type: StatementType
  readonly code: string
  readonly reason: string
  readonly count: number
  /** The first few, by document name and id. */
  readonly examples: readonly { readonly document: string; readonly id: string }[]
}

/** The account of a finished conversion: source = kept + changed + dropped, for every type. */
export interface Ledger {
  readonly source: StatementCounts
  readonly kept: StatementCounts
  readonly changed: StatementCounts
  readonly dropped: StatementCounts
  /** Sorted by type, effect and code. */
  readonly entries: readonly LedgerEntry[]
}

/** How many places a ledger entry names. */
export const exampleLimit = 10

/** An account that can be closed. */
export interface OpenAccount extends Account {
  /** Counts the statements of a document that was handed to the writer. */
  receive(counts: StatementCounts): void
  /** The sums. Throws FormatError `engine/unbalanced` when a statement's fate was not told, or told twice. */
  close(format: string): Ledger
}

/** Opens an empty account. */
export function openAccount(): OpenAccount {
  const source = noStatements()
  const sums = { kept: noStatements(), changed: noStatements(), dropped: noStatements() }
  const entries = new Map<string, Draft>()
  const enter = (effect: 'changed' | 'dropped', type: StatementType, fate: Fate): void => {
    if (fate.ids.length === 0) return
    sums[effect][type] += fate.ids.length
    const key = `${type}\n${effect}\n${fate.code}`
    const { code, reason } = fate
    const draft = entries.get(key) ?? { effect, type, code, reason, count: 0, examples: [] }
    draft.count += fate.ids.length
    for (const id of fate.ids.slice(0, exampleLimit - draft.examples.length)) {
      draft.examples.push({ document: fate.document.name, id: String(id) })
    }
    entries.set(key, draft)
  }
  return {
    receive(counts) {
      for (const type of statementTypes) source[type] += counts[type]
    },
    keep(type, count = 1) {
      sums.kept[type] += count
    },
    change: (type, fate) => enter('changed', type, fate),
    drop: (type, fate) => enter('dropped', type, fate),
    close(format) {
      checkBalance(format, source, sums)
      const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
      return { source, ...sums, entries: sorted }
    },
  }
}

interface Draft extends LedgerEntry {
  count: number
  readonly examples: { readonly document: string; readonly id: string }[]
}

function checkBalance(
  format: string,
  source: StatementCounts,
  sums: Pick<Ledger, 'kept' | 'changed' | 'dropped'>,
): void {
  for (const type of statementTypes) {
    const told = sums.kept[type] + sums.changed[type] + sums.dropped[type]
    if (told === source[type]) continue
    const message = `The account of ${format} does not balance: the source has ${source[type]} of type ${type}, but ${sums.kept[type]} were kept, ${sums.changed[type]} changed and ${sums.dropped[type]} dropped.`
    throw new FormatError({ severity: 'error', code: 'engine/unbalanced', message })
  }
}

/**
 * Drops all statements of some types: for formats that have no place for them. `firstCell` is the number of the first
 * cell, where earlier segments of the document have some.
 */
export function dropTypes(
  account: Account,
  document: LabeledDocument,
  types: readonly StatementType[],
  { code, reason }: Pick<Fate, 'code' | 'reason'>,
  firstCell = 0,
): void {
  for (const type of types) {
    const ids = idsOf(document, type, firstCell)
    if (ids.length > 0) account.drop(type, { code, reason, document, ids })
  }
}

function idsOf(
  document: LabeledDocument,
  type: StatementType,
  firstCell: number,
): (string | number)[] {
  if (type === 'cell') return document.cells.map((_, index) => firstCell + index)
  if (type === 'comment') return document.comments.map((comment) => comment.id)
  const ids: string[] = []
  for (const annotation of document.annotations)
    if (annotation.type === type) ids.push(annotation.id)
  return ids
}
