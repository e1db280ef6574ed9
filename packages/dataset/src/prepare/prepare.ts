import {
  type Account,
  FormatError,
  type Ledger,
  type OpenAccount,
  openAccount,
  type Report,
} from '@labelport/format'
import {
  countStatements,
  type LabeledDocument,
  noStatements,
  type StatementCounts,
  type StatementType,
  statementTypes,
} from '@labelport/model'
import type { Sieve } from '../sieve/sieve.ts'

/** Something done to documents between reading and writing: merging, filtering, renaming. */
export interface Step {
  /** Lower case, hyphens. */
  readonly id: string
  /** What is done, in sentences for the people who use the data. */
  readonly notes: readonly string[]
  /** What it has to see together. Absent means all documents: then they cannot be prepared shard by shard. */
  readonly sees?: 'document' | 'copies'
  /** Set when it does nothing but leave documents out, each by the prints of earlier ones; see `sift`. */
  readonly sieve?: Sieve
  /** Tells the account the fate of every statement that comes in. */
  apply(
    documents: AsyncIterable<LabeledDocument>,
    account: StepAccount,
    context: StepContext,
  ): AsyncIterable<LabeledDocument>
}

/** The account of a step. */
export interface StepAccount extends Account {
  /** Counts how often statements that were kept or changed are handed on once more, as in windows that overlap. */
  repeat(type: StatementType, count: number): void
}

/** What a step is given besides the documents. */
export interface StepContext {
  readonly report: Report
}

/** The account of one step; what it kept, changed and repeated is what the next one was given. */
export interface StepLedger {
  readonly step: string
  readonly ledger: Ledger
  /** How many statements were handed on more than once, each further time counted. Absent means none. */
  readonly repeated?: StatementCounts
}

/** Documents that go through steps: take all of them, then ask for the accounts. */
export interface Preparation {
  readonly documents: AsyncIterable<LabeledDocument>
  readonly notes: readonly string[]
  /** The accounts in the order of the steps. Throws FormatError `engine/unbalanced` when one does not balance. */
  ledgers(): readonly StepLedger[]
}

/** Puts documents through steps, one after the other, with an account for each. */
export function prepare(
  documents: AsyncIterable<LabeledDocument>,
  steps: readonly Step[],
  context: StepContext,
): Preparation {
  let stream = documents
  const accounts: StepBooks[] = []
  for (const step of steps) {
    const account = openStepBooks(step)
    accounts.push(account)
    stream = account.leaving(step.apply(account.entering(stream), account.account, context))
  }
  return {
    documents: stream,
    notes: steps.flatMap(({ notes }) => notes),
    ledgers: () => accounts.map((account) => account.close()),
  }
}

interface StepBooks {
  readonly account: StepAccount
  entering(documents: AsyncIterable<LabeledDocument>): AsyncGenerator<LabeledDocument>
  leaving(documents: AsyncIterable<LabeledDocument>): AsyncGenerator<LabeledDocument>
  close(): StepLedger
}

function openStepBooks({ id }: Step): StepBooks {
  const account: OpenAccount = openAccount()
  const left = noStatements()
  const repeated = noStatements()
  return {
    account: {
      ...account,
      repeat(type, count) {
        repeated[type] += count
      },
    },
    async *entering(documents) {
      for await (const document of documents) {
        account.receive(countStatements(document))
        yield document
      }
    },
    async *leaving(documents) {
      for await (const document of documents) {
        const counts = countStatements(document)
        for (const type of statementTypes) left[type] += counts[type]
        yield document
      }
    },
    close() {
      const ledger = account.close(id)
      checkHandedOn(id, ledger, repeated, left)
      const any = statementTypes.some((type) => repeated[type] > 0)
      return { step: id, ledger, ...(any ? { repeated } : {}) }
    },
  }
}

/** What a step says it kept, changed or repeated is what it handed on. */
function checkHandedOn(
  step: string,
  { kept, changed }: Ledger,
  repeated: StatementCounts,
  left: StatementCounts,
): void {
  for (const type of statementTypes) {
    const told = kept[type] + changed[type] + repeated[type]
    if (told === left[type]) continue
    const message = `The account of ${step} does not balance: it kept, changed or repeated ${told} of type ${type}, but handed on ${left[type]}.`
    throw new FormatError({ severity: 'error', code: 'engine/unbalanced', message })
  }
}
