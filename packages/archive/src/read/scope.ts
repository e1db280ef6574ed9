import { type Format, joined, type ReadContext, type Report, type Source } from '@labelport/format'
import type { ExportCabinet, ExportProject, ReadExportOptions } from '../export.ts'
import { type AskedDocument, askedDocuments } from './asked-documents.ts'
import { formatOfFile, formatOfProject } from './choose-format.ts'
import { documentNameOf } from './document-name.ts'
import { knownNames } from './known-names.ts'
import { type LoadedFile, loadFile } from './loaded-file.ts'
import { type FindSibling, siblingsOf } from './siblings.ts'

/** What all files of a project share. */
export interface Scope {
  readonly options: ReadExportOptions
  /** What every reader is given of them. */
  readonly given: Pick<ReadContext, 'signal' | 'schema'>
  /** The format most files are in. */
  readonly usual: Format | undefined
  readonly sibling: FindSibling
  nameOf(path: string, folder: string | undefined, format: Format): string
  /** See `ExportReader`. */
  settingOf(source: Source, cabinet: ExportCabinet): unknown
}

/** Looks into a project. */
export async function openScope(
  project: ExportProject,
  cabinets: readonly ExportCabinet[],
  options: ReadExportOptions,
): Promise<Scope> {
  const { from, formats, signal, schema } = options
  const files = joined(cabinets.map((cabinet) => cabinet.files))
  const names = project.people.flatMap(({ documents }) => documents ?? [])
  const known = knownNames(names.map(({ name }) => name))
  const usual = from ?? (await formatOfProject(files, formats, signal))
  const nameOf = (path: string, folder: string | undefined, format: Format): string =>
    documentNameOf({ path, folder, known, format })
  return {
    options,
    given: { ...(signal && { signal }), ...(schema && { schema }) },
    usual,
    sibling: siblingsOf(project, options.texts),
    nameOf,
    settingOf: ({ path }, { cabinet }) => ({
      path,
      folder: project.folder,
      project: project.project,
      cabinet: cabinet ?? null,
      format: usual?.id ?? null,
      // Without a usual format each file tells its own, and all names may matter.
      name: usual === undefined ? [...known.all] : nameOf(path, cabinet?.folder, usual),
    }),
  }
}

/** A file with all it takes to read it. */
export interface Reading {
  readonly format: Format
  readonly source: Source
  readonly context: ReadContext & { readonly documentName: string }
  /** Absent when nobody asks what documents were read from. */
  readonly asked?: AskedDocument
}

/** Undefined, and reported, when the file's format cannot be told. */
export async function prepareFile(
  file: LoadedFile['source'],
  { cabinet }: ExportCabinet,
  { scope, report, onSibling }: FileContext,
): Promise<Reading | undefined> {
  const { from, formats, signal } = scope.options
  const read = from === undefined ? loadFile(file, signal) : undefined
  const loaded = read instanceof Promise ? await read : read
  const format = from ?? (loaded && formatOfFile(loaded, scope.usual, formats, report))
  if (format === undefined) return undefined
  const source = loaded?.source ?? file
  // Entries of a zip decode their names whenever they are asked.
  const ownPath = source.path
  const context = {
    report,
    documentName: scope.nameOf(ownPath, cabinet?.folder, format),
    sibling: (path: string) => {
      onSibling?.()
      return scope.sibling(ownPath, path)
    },
    ...scope.given,
  }
  const { onDocument } = scope.options
  if (onDocument === undefined) return { format, source, context }
  const { locate, asked } = askedDocuments(source, format, onDocument)
  return { format, source, context: { ...context, locate }, asked }
}

/** What reading a file needs besides it. */
export interface FileContext {
  readonly scope: Scope
  readonly report: Report
  readonly onSibling: (() => void) | undefined
}
