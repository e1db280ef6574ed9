import { dropTypes, type WriteContext } from '@labelport/format'
import { type LabeledDocument, statementTypes } from '@labelport/model'
import { reasons } from './reasons.ts'

/** Drops a document that is an untouched upload; false for all others. */
export function dropRoot(document: LabeledDocument, { account, report }: WriteContext): boolean {
  if (document.cabinet?.role !== 'root') return false
  const code = 'spacy/root-copy'
  const reason = reasons['root-copy']
  dropTypes(account, document, statementTypes, { code, reason })
  const message = `${JSON.stringify(document.name)} is left out. ${reason} Choose the review copies.`
  report({ severity: 'warning', code, message })
  return true
}
