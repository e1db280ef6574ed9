import { memorySource } from '@labelport/format'
import type { WrittenFiles } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { read } from './read.ts'

/** What the files say, so that the kit can compare it with what was written. */
export async function readBack(
  files: WrittenFiles,
  { name }: LabeledDocument,
): Promise<readonly LabeledDocument[]> {
  const documents: LabeledDocument[] = []
  for (const [path, bytes] of files) {
    const context = { documentName: name, report: () => {} }
    for await (const one of read(memorySource(path, bytes), context)) documents.push(one)
  }
  return documents
}
