import { type Format, FormatError, type ReadContext, readDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { ExportCabinet, ExportProject, ExportSet, ReadExportOptions } from './export.ts'
import { type AskedDocument, askedDocuments } from './read/asked-documents.ts'
import { formatOfFile, formatOfProject } from './read/choose-format.ts'
import { documentNameOf } from './read/document-name.ts'
import { type LoadedFile, loadFile } from './read/loaded-file.ts'
import { projectMerge } from './read/merge-origin.ts'
import { placement } from './read/placement.ts'
import { siblingsOf } from './read/siblings.ts'

type File = LoadedFile['source']

/**
 * Reads the documents of an export, file by file. A file that is damaged or in no known format is reported
 * and the rest is read. Throws only when the signal is aborted or a file cannot be reached.
 */
export async function* readExport(
  set: ExportSet,
  options: ReadExportOptions,
): AsyncGenerator<LabeledDocument> {
  const { report, signal, onProgress } = options
  const plan = set.projects.map((project) => ({ project, cabinets: chosen(project, options) }))
  const filesTotal = plan
    .flatMap(({ cabinets }) => cabinets)
    .reduce((sum, { files }) => sum + files.length, 0)
  let filesDone = 0
  for (const { project, cabinets } of plan) {
    const scope = await openScope(project, cabinets, options)
    for (const cabinet of cabinets) {
      const place = placement(cabinet.cabinet, projectMerge(project), report)
      for (const file of cabinet.files) {
        signal?.throwIfAborted()
        onProgress?.({ filesDone, filesTotal, path: file.path })
        try {
          const reading = await prepare(file, cabinet, scope)
          if (reading !== undefined) {
            const { format, source, context } = reading
            for await (const document of readDocuments(format, source, context)) {
              const placed = place(document, reading)
              yield reading.asked === undefined ? placed : await reading.asked(placed)
            }
          }
        } catch (error) {
          signal?.throwIfAborted()
          if (!FormatError.is(error)) throw error
          report({ ...error.diagnostic, place: error.diagnostic.place ?? { path: file.path } })
        }
        filesDone += 1
        if (filesDone === filesTotal) onProgress?.({ filesDone, filesTotal, path: file.path })
      }
    }
  }
}

function chosen(project: ExportProject, { cabinets }: ReadExportOptions): readonly ExportCabinet[] {
  return project.cabinets.filter(({ cabinet }) => cabinets?.(cabinet) ?? true)
}

/** What all files of a project share. */
interface Scope {
  readonly options: ReadExportOptions
  /** The format most files are in. */
  readonly usual: Format | undefined
  /** The names of documents, as far as the project tells them. */
  readonly known: ReadonlySet<string>
  readonly sibling: (from: string, path: string) => File | undefined
}

async function openScope(
  project: ExportProject,
  cabinets: readonly ExportCabinet[],
  options: ReadExportOptions,
): Promise<Scope> {
  const { from, formats, signal } = options
  const files = cabinets.flatMap((cabinet) => cabinet.files)
  const names = project.people.flatMap(({ documents }) => documents ?? [])
  return {
    options,
    usual: from ?? (await formatOfProject(files, formats, signal)),
    known: new Set(names.map(({ name }) => name.normalize('NFC'))),
    sibling: siblingsOf(project),
  }
}

/** A file with all it takes to read it. */
interface Reading {
  readonly format: Format
  readonly source: File
  readonly context: ReadContext & { readonly documentName: string }
  /** Absent when nobody asks what documents were read from. */
  readonly asked?: AskedDocument
}

/** Undefined, and reported, when the file's format cannot be told. */
async function prepare(
  file: File,
  { cabinet }: ExportCabinet,
  { options, usual, known, sibling }: Scope,
): Promise<Reading | undefined> {
  const { from, formats, report, signal, schema } = options
  const loaded = from === undefined ? await loadFile(file, signal) : undefined
  const format = from ?? (loaded && formatOfFile(loaded, usual, formats, report))
  if (format === undefined) return undefined
  const folder = cabinet?.folder
  const clues = { path: file.path, known, format }
  const context = {
    report,
    documentName: documentNameOf(folder === undefined ? clues : { ...clues, folder }),
    sibling: (path: string) => sibling(file.path, path),
    ...(signal === undefined ? {} : { signal }),
    ...(schema === undefined ? {} : { schema }),
  }
  const source = loaded?.source ?? file
  if (options.onDocument === undefined) return { format, source, context }
  const { locate, asked } = askedDocuments(source, format, options.onDocument)
  return { format, source, context: { ...context, locate }, asked }
}
