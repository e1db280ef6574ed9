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
  statementTypes,
} from '@labelport/model'

/** Something done to documents between reading and writing: merging, filtering, renaming. */
export interface Step {
  /** Lower case, hyphens. */
  readonly id: string
  /** What is done, in sentences for the people who use the data. */
  readonly notes: readonly string[]
  /** What it has to see together. Absent means all documents: then they cannot be prepared shard by shard. */
  readonly sees?: 'document' | 'copies'
  /** Tells the account the fate of every statement that comes in. */
  apply(
    documents: AsyncIterable<LabeledDocument>,
    account: Account,
    context: StepContext,
  ): AsyncIterable<LabeledDocument>
}

/** What a step is given besides the documents. */
export interface StepContext {
  readonly report: Report
}

/** The account of one step; what it kept and changed is what the next one was given. */
export interface StepLedger {
  readonly step: string
  readonly ledger: Ledger
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
  const accounts: StepAccount[] = []
  for (const step of steps) {
    const account = openStepAccount(step)
    accounts.push(account)
    stream = account.leaving(step.apply(account.entering(stream), account.account, context))
  }
  return {
    documents: stream,
    notes: steps.flatMap(({ notes }) => notes),
    ledgers: () => accounts.map((account) => account.close()),
  }
}

interface StepAccount {
  readonly account: OpenAccount
  entering(documents: AsyncIterable<LabeledDocument>): AsyncGenerator<LabeledDocument>
  leaving(documents: AsyncIterable<LabeledDocument>): AsyncGenerator<LabeledDocument>
  close(): StepLedger
}

function openStepAccount({ id }: Step): StepAccount {
  const account = openAccount()
  const left = noStatements()
  return {
    account,
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
      checkHandedOn(id, ledger, left)
      return { step: id, ledger }
    },
  }
}

/** What a step says it kept or changed is what it handed on. */
function checkHandedOn(step: string, { kept, changed }: Ledger, left: StatementCounts): void {
  for (const type of statementTypes) {
    if (kept[type] + changed[type] === left[type]) continue
    const message = `The account of ${step} does not balance: it kept or changed ${kept[type] + changed[type]} of type ${type}, but handed on ${left[type]}.`
    throw new FormatError({ severity: 'error', code: 'engine/unbalanced', message })
  }
}
