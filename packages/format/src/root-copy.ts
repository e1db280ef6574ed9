import { type LabeledDocument, statementTypes } from '@labelport/model'
import { dropTypes } from './account.ts'
import type { DocumentRun } from './document-runs.ts'
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

/** Like `dropRootCopy` for a document that may come in segments: drops all of them and says so once. */
export async function dropRootRun(
  format: string,
  reasons: { readonly 'root-copy': string },
  { first, later }: DocumentRun,
  context: Pick<WriteContext, 'account' | 'report'>,
): Promise<boolean> {
  if (!dropRootCopy(format, reasons, first, context)) return false
  if (later === undefined) return true
  const fate = { code: `${format}/root-copy`, reason: reasons['root-copy'] } as const
  let cells = first.cells.length
  for await (const segment of later) {
    dropTypes(context.account, segment, statementTypes, fate, cells)
    cells += segment.cells.length
  }
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
