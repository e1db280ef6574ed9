import { type LabeledDocument, statementTypes } from '@labelport/model'
import { dropTypes } from './account.ts'
import type { WriteContext } from './format.ts'

/** Drops a document that is an untouched upload and says so as `<format>/root-copy`; false for all others. */
export function dropRootCopy(
  format: string,
  { 'root-copy': reason }: { readonly 'root-copy': string },
  document: LabeledDocument,
  { account, report }: Pick<WriteContext, 'account' | 'report'>,
): boolean {
  if (document.cabinet?.role !== 'root') return false
  const code = `${format}/root-copy` as const
  dropTypes(account, document, statementTypes, { code, reason })
  const message = `${JSON.stringify(document.name)} is left out. ${reason} Choose the review copies.`
  report({ severity: 'warning', code, message })
  return true
}

/** The documents that are no untouched uploads; drops the others as they come. */
export async function* withoutRootCopies(
  format: string,
  reasons: { readonly 'root-copy': string },
  documents: AsyncIterable<LabeledDocument>,
  context: Pick<WriteContext, 'account' | 'report'>,
): AsyncGenerator<LabeledDocument> {
  for await (const document of documents) {
    if (!dropRootCopy(format, reasons, document, context)) yield document
  }
}
