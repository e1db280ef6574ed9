import { noStatements, type StatementCounts, statementTypes } from '@labelport/model'
import { exampleLimit, type Ledger, type LedgerEntry } from '../account.ts'

/** The ledger of several shards together. Balanced ledgers give a balanced one. */
export function addLedgers(ledgers: readonly Ledger[]): Ledger {
  const sum = (pick: (ledger: Ledger) => StatementCounts): StatementCounts => {
    const counts = noStatements()
    for (const ledger of ledgers) {
      for (const type of statementTypes) counts[type] += pick(ledger)[type]
    }
    return counts
  }
  const entries = new Map<string, LedgerEntry>()
  for (const entry of ledgers.flatMap((ledger) => ledger.entries)) {
    const key = `${entry.type}\n${entry.effect}\n${entry.code}`
    const before = entries.get(key)
    entries.set(key, before === undefined ? entry : joined(before, entry))
  }
  return {
    source: sum(({ source }) => source),
    kept: sum(({ kept }) => kept),
    changed: sum(({ changed }) => changed),
    dropped: sum(({ dropped }) => dropped),
    entries: [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry),
  }
}

function joined(a: LedgerEntry, b: LedgerEntry): LedgerEntry {
  const examples = [...a.examples, ...b.examples].slice(0, exampleLimit)
  return { ...a, count: a.count + b.count, examples }
}
