import { appendFile, mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Format, type Ledger, type WriteContext, writeDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** Documents on disk. */
export interface WrittenFolder {
  readonly folder: string
  readonly ledger: Ledger
}

/** Emptied by scripts/interop.mjs. */
const output = '.artifacts/interop-output'

/** Writes documents into a new folder. */
export async function writeFolder(
  format: Format,
  documents: readonly LabeledDocument[],
  given: Pick<WriteContext, 'splits' | 'labels' | 'notes'> = {},
): Promise<WrittenFolder> {
  await mkdir(output, { recursive: true })
  const folder = await mkdtemp(join(output, `${format.id}-`))
  const seen = new Set<string>()
  const { parts, ledger } = writeDocuments(format, oneByOne(documents), {
    report: () => {},
    ...given,
  })
  for await (const part of parts) {
    const path = join(folder, part.path)
    if ('renamedTo' in part) {
      await rename(path, join(folder, part.renamedTo))
      continue
    }
    await mkdir(dirname(path), { recursive: true })
    if (seen.has(path)) await appendFile(path, part.chunk)
    else await writeFile(path, part.chunk)
    seen.add(path)
  }
  return { folder, ledger: ledger() }
}

async function* oneByOne(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  yield* documents
}
