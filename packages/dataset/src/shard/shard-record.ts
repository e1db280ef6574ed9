import { addLedgers, type Diagnostic, type Ledger } from '@labelport/format'
import { noStatements, type StatementCounts, statementTypes } from '@labelport/model'
import type { StepLedger } from '../prepare/prepare.ts'
import type { PlacedKeys } from './placed-keys.ts'

/** What is known of a shard that was written. Plain JSON: it travels between threads and lies in files. */
export interface ShardRecord {
  /** Segments of one file count as one document. */
  readonly documents: number
  /** The paths of the files that were written, in the order they were begun. */
  readonly files: readonly string[]
  /** What the format has to know to finish the data set. */
  readonly facts: unknown
  readonly ledger: Ledger
  readonly steps: readonly StepLedger[]
  /** In the order they were told. */
  readonly diagnostics: readonly Diagnostic[]
  /** Documents by split. Absent when the data set is not divided. */
  readonly splits?: Readonly<Record<string, number>>
  /** Where documents were put that a split lock did not know. Absent when the data set is not divided. */
  readonly placed?: PlacedKeys
  /** Ids that files gave their documents themselves; see `OwnIds`. Absent when all are made of the files' paths. */
  readonly ids?: string
  /** Whether a reader looked for other files than those of the shard. Absent means no. */
  readonly asked?: boolean
}

/** What the records of all shards tell together. */
export interface ShardTotals {
  readonly documents: number
  readonly ledger: Ledger
  readonly steps: readonly StepLedger[]
  readonly splits: ReadonlyMap<string, number>
}

/** Adds records up. */
export function addRecords(records: readonly ShardRecord[]): ShardTotals {
  const splits = new Map<string, number>()
  for (const record of records) {
    for (const [name, count] of Object.entries(record.splits ?? {})) {
      splits.set(name, (splits.get(name) ?? 0) + count)
    }
  }
  return {
    documents: records.reduce((sum, { documents }) => sum + documents, 0),
    ledger: addLedgers(records.map(({ ledger }) => ledger)),
    steps: addSteps(records),
    splits,
  }
}

function addSteps(records: readonly ShardRecord[]): readonly StepLedger[] {
  const [first] = records
  return (first?.steps ?? []).map(({ step }, at) => {
    const repeated = addCounts(records.flatMap(({ steps }) => steps[at]?.repeated ?? []))
    return {
      step,
      ledger: addLedgers(records.flatMap(({ steps }) => steps[at]?.ledger ?? [])),
      ...(repeated && { repeated }),
    }
  })
}

/** The sums; undefined when there is nothing to add. */
function addCounts(counts: readonly StatementCounts[]): StatementCounts | undefined {
  if (counts.length === 0) return undefined
  const sums = noStatements()
  for (const one of counts) for (const type of statementTypes) sums[type] += one[type]
  return sums
}

/**
 * The diagnostics of all shards in their order. What is said of the whole export, such as of its schema, is said by
 * every shard and told once.
 */
export function* diagnosticsOf(
  records: readonly Pick<ShardRecord, 'diagnostics'>[],
): Generator<Diagnostic> {
  const told = new Set<string>()
  for (const { diagnostics } of records) {
    const before = new Set(told)
    for (const diagnostic of diagnostics) {
      const text = JSON.stringify(diagnostic)
      if (!before.has(text)) yield diagnostic
      told.add(text)
    }
  }
}
