import { type ExportSet, readExport } from '@labelport/archive'
import { isProvenance, type Restoration, recognised } from '@labelport/dataset'
import { baseName, type Format, type Report, wholeDocuments } from '@labelport/format'
import type { LabeledDocument, LabelSchema } from '@labelport/model'
import type { Session } from '../session.ts'

/** What is put together with a residue. */
export interface RestoredFiles {
  readonly found: ExportSet
  readonly format: Format
  /** Names of files that lie beside the others and are none of them. */
  readonly beside: readonly string[]
}

/** The documents of the source, made of files as they are now and of a residue. */
export async function* restoredDocuments(
  { report, signal, progress }: Session,
  { found, format, beside }: RestoredFiles,
  restoration: Restoration,
): AsyncGenerator<LabeledDocument> {
  const others = new Set(beside)
  for (const project of found.projects) {
    for (const cabinet of project.cabinets) {
      const named = [...cabinet.files].filter(
        ({ path }) => !others.has(baseName(path)) && !isProvenance(baseName(path)),
      )
      for (const file of await recognised(named, format)) {
        progress.show(`Reading ${file.path}`)
        const only = { projects: [{ ...project, cabinets: [{ ...cabinet, files: [file] }] }] }
        const read = (to: Report, schema?: LabelSchema) =>
          wholeDocuments(
            readExport(only, {
              formats: [format],
              from: format,
              report: to,
              signal,
              ...(schema && { schema }),
            }),
          )
        const schema = await schemaOf(
          read(() => {}),
          file.path,
          restoration,
        )
        for await (const one of read(report, schema)) yield* restoration.take(one, file.path)
      }
    }
  }
  yield* restoration.rest()
}

/** The schema of the document that a file begins with, for most formats do not hold one. */
async function schemaOf(
  documents: AsyncIterable<LabeledDocument>,
  path: string,
  restoration: Restoration,
): Promise<LabelSchema | undefined> {
  for await (const one of documents) return restoration.schemaFor(one, path)
  return undefined
}
