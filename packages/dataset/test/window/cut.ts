import type { LabeledDocument } from '@labelport/model'
import { prepare, type WindowRule, windows } from '../../src/index.ts'
import { streamOf } from '../documents.ts'

/** Cuts documents, and what the account says of it. */
export async function cut(rule: WindowRule, ...documents: readonly LabeledDocument[]) {
  const prepared = prepare(streamOf(...documents), [windows(rule)], { report: () => {} })
  const results: LabeledDocument[] = []
  for await (const document of prepared.documents) results.push(document)
  const [books] = prepared.ledgers()
  if (books === undefined) throw new Error('There is one step.')
  const fates = books.ledger.entries.map(
    ({ type, effect, code, count }) => `${type} ${effect} ${code} ${count}`,
  )
  return { results, fates, ...books }
}
