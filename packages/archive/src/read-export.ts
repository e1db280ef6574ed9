import { type Format, FormatError, type ReadContext, readDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { ExportCabinet, ExportProject, ExportSet, ReadExportOptions } from './export.ts'
import { formatOfFile, formatOfProject } from './read/choose-format.ts'
import { documentNameOf } from './read/document-name.ts'
import { type LoadedFile, loadFile } from './read/loaded-file.ts'
import { contradictsFolder, mergeCabinet, mergeProject } from './read/merge-origin.ts'
import { siblingsOf } from './read/siblings.ts'
import { type GiveId, uniqueIds } from './read/unique-ids.ts'

/**
 * Reads the documents of an export, file by file. A file that is damaged or in no known format is reported
 * and the rest is read. Throws only when the signal is aborted or a file cannot be reached.
 */
export async function* readExport(
  set: ExportSet,
  options: ReadExportOptions,
): AsyncGenerator<LabeledDocument> {
  const plan = set.projects.map((project) => ({ project, cabinets: chosen(project, options) }))
  const filesTotal = plan
    .flatMap(({ cabinets }) => cabinets)
    .reduce((sum, { files }) => sum + files.length, 0)
  let filesDone = 0
  for (const { project, cabinets } of plan) {
    const scope = await openScope(project, cabinets, options)
    for (const cabinet of cabinets) {
      const giveId = uniqueIds()
      for (const file of cabinet.files) {
        options.signal?.throwIfAborted()
        options.onProgress?.({ filesDone, filesTotal, path: file.path })
        yield* readFile({ ...scope, cabinet, file, giveId })
        filesDone += 1
        if (filesDone === filesTotal) {
          options.onProgress?.({ filesDone, filesTotal, path: file.path })
        }
      }
    }
  }
}

function chosen(project: ExportProject, { cabinets }: ReadExportOptions): readonly ExportCabinet[] {
  return project.cabinets.filter(({ cabinet }) => cabinets?.(cabinet) ?? true)
}

/** What all files of a project share. */
interface Scope {
  readonly project: ExportProject
  readonly options: ReadExportOptions
  readonly usual: Format | undefined
  readonly known: ReadonlySet<string>
  readonly sibling: (from: string, path: string) => LoadedFile['source'] | undefined
  /** Cabinet folders whose person was found to be another one. */
  readonly contradicted: Set<string>
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
    project,
    options,
    usual: from ?? (await formatOfProject(files, formats, signal)),
    known: new Set(names.map(({ name }) => name.normalize('NFC'))),
    sibling: siblingsOf(project),
    contradicted: new Set(),
  }
}

interface FileScope extends Scope {
  readonly cabinet: ExportCabinet
  readonly file: LoadedFile['source']
  readonly giveId: GiveId
}

async function* readFile(scope: FileScope): AsyncGenerator<LabeledDocument> {
  const { file, options } = scope
  const { report, signal, from, formats } = options
  try {
    const loaded = from === undefined ? await loadFile(file, signal) : undefined
    const format = from ?? (loaded && formatOfFile(loaded.head, scope.usual, formats, report))
    if (format === undefined) return
    const name = nameOf(scope, format)
    const context = contextOf(scope, name)
    for await (const document of readDocuments(format, loaded?.source ?? file, context)) {
      yield placed(document, name, format, scope)
    }
  } catch (error) {
    signal?.throwIfAborted()
    if (!FormatError.is(error)) throw error
    report({ ...error.diagnostic, place: error.diagnostic.place ?? { path: file.path } })
  }
}

function nameOf({ file, cabinet, known }: FileScope, format: Format): string {
  const folder = cabinet.cabinet?.folder
  return documentNameOf({
    path: file.path,
    known,
    format,
    ...(folder === undefined ? {} : { folder }),
  })
}

function contextOf({ file, options, sibling }: FileScope, documentName: string): ReadContext {
  const { report, signal, schema } = options
  return {
    report,
    documentName,
    sibling: (path) => sibling(file.path, path),
    ...(signal === undefined ? {} : { signal }),
    ...(schema === undefined ? {} : { schema }),
  }
}

function placed(
  document: LabeledDocument,
  name: string,
  format: Format,
  scope: FileScope,
): LabeledDocument {
  const { file, giveId, project, cabinet: folder } = scope
  const cabinet = mergeCabinet(folder.cabinet, document.cabinet)
  if (contradictsFolder(folder.cabinet, document.cabinet)) reportContradiction(scope)
  const named = format.reader?.names === 'inside' && document.name !== ''
  return {
    ...document,
    id: giveId(document, file.path),
    name: named ? document.name : name,
    project: mergeProject(project, document.project),
    ...(cabinet === undefined ? {} : { cabinet }),
  }
}

function reportContradiction({ file, cabinet, contradicted, options }: FileScope): void {
  const folder = cabinet.cabinet?.folder ?? ''
  if (contradicted.has(folder)) return
  contradicted.add(folder)
  const message = `The document names another labeler than its folder ${folder}; the document is believed.`
  const place = { path: file.path }
  options.report({ severity: 'warning', code: 'archive/other-labeler', message, place })
}
