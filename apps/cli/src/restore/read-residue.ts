import { resolve } from 'node:path'
import { readDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { fileSource } from '@labelport/node'
import { residueFormat } from '../residue-format.ts'
import type { Session } from '../session.ts'

/** The documents of a residue file. Throws FormatError when it cannot be read. */
export async function readResidue(
  { cwd, report, signal }: Session,
  shown: string,
): Promise<readonly LabeledDocument[]> {
  const documents: LabeledDocument[] = []
  const source = fileSource(resolve(cwd, shown), shown)
  for await (const one of readDocuments(residueFormat(), source, { report, signal }))
    documents.push(one)
  return documents
}
