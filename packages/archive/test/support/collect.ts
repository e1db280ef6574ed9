import type { Diagnostic } from '@labelport/format'
import { memorySource } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type ExportInput, type ExportSet, openExport } from '../../src/index.ts'

/** A folder of files in memory. */
export function folder(name: string, files: Readonly<Record<string, string>>): ExportInput {
  const sources = Object.entries(files).map(([path, content]) => memorySource(path, content))
  return { type: 'folder', name, files: sources }
}

/** Opens inputs and collects what is reported. */
export async function opened(
  ...inputs: readonly ExportInput[]
): Promise<{ readonly set: ExportSet; readonly diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const set = await openExport(inputs, { report: (diagnostic) => diagnostics.push(diagnostic) })
  return { set, diagnostics }
}

/** The parts of an export that a layout decides, short enough to compare. */
export function outline({ projects }: ExportSet): unknown {
  return projects.map(({ folder: name, cabinets, others }) => ({
    folder: name,
    cabinets: Object.fromEntries(
      cabinets.map(({ cabinet, files }) => [
        cabinet === undefined ? '-' : `${cabinet.role} ${cabinet.folder}`,
        Array.from(files, ({ path }) => path),
      ]),
    ),
    others: Array.from(others, ({ path }) => path),
  }))
}

/** All documents of a stream. */
export async function all(
  documents: AsyncIterable<LabeledDocument>,
): Promise<readonly LabeledDocument[]> {
  const list: LabeledDocument[] = []
  for await (const document of documents) list.push(document)
  return list
}
