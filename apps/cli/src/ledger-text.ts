import type { Ledger, LedgerEntry } from '@labelport/format'
import { statementTypes } from '@labelport/model'
import type { Session } from './session.ts'
import { grouped, type TableColumn, table } from './table.ts'
import { wrap } from './wrap.ts'

/** A ledger for people: what became of each type of statement, and why. */
export function ledgerText(ledger: Ledger, session: Session): string {
  const columns: TableColumn[] = [
    { title: 'statement' },
    { title: 'in the source', align: 'right' },
    { title: 'kept', align: 'right' },
    { title: 'changed', align: 'right' },
    { title: 'dropped', align: 'right' },
  ]
  const rows = statementTypes
    .filter((type) => ledger.source[type] > 0)
    .map((type) => [
      type,
      ledger.source[type],
      ledger.kept[type],
      ledger.changed[type],
      ledger.dropped[type],
    ])
  const entries = entriesText(ledger.entries, session)
  const end = entries === '' ? 'Nothing was changed or dropped.\n' : entries
  return `${table(columns, rows, session.width)}\n${end}`
}

/** The reasons, each with the first place where it was met. */
export function entriesText(entries: readonly LedgerEntry[], session: Session): string {
  return entries
    .map(({ effect, type, code, reason, count, examples: [first] }) => {
      const place = first === undefined ? '' : ` First: ${first.document}, ${type} ${first.id}.`
      const text = wrap(session.safe(`${reason}${place}`), session.width, 4)
      return `${grouped(count)} of type ${type} ${effect}: ${session.safe(code)}\n    ${text}\n`
    })
    .join('')
}
