import type { Account } from '@labelport/format'
import { countStatements, type LabeledDocument, statementTypes } from '@labelport/model'

/** Tells the account that a document goes on as it came. */
export function keepAll(account: Account, document: LabeledDocument): void {
  const counts = countStatements(document)
  for (const type of statementTypes) account.keep(type, counts[type])
}
