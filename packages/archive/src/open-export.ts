import type { Report, Sequence, Source } from '@labelport/format'
import type { ExportInput, ExportProject, ExportSet } from './export.ts'
import { openProject } from './layout/open-project.ts'
import { placeFiles } from './layout/place-files.ts'
import type { Codec } from './zip/codec.ts'
import type { Memory } from './zip/directory.ts'
import type { Limits } from './zip/limits.ts'
import type { ZipDirectory } from './zip/open-directory.ts'
import { openZip } from './zip/zip.ts'

/** How an export is opened. */
export interface OpenExportOptions {
  readonly report: Report
  readonly limits?: Partial<Limits>
  /** Absent means one that runs everywhere. */
  readonly codec?: Codec
  /** See `ZipOptions`. */
  readonly memory?: Memory
  /** The directories that another thread found in the same inputs. Absent means they are read and checked here. */
  readonly directories?: readonly ZipDirectory[]
  readonly signal?: AbortSignal
}

/**
 * Finds the projects, copies and files in what a person hands in. No document is read yet.
 * Throws FormatError when an archive cannot be read at all.
 */
export async function openExport(
  inputs: readonly ExportInput[],
  options: OpenExportOptions,
): Promise<ExportSet> {
  const projects: ExportProject[] = []
  const directories: ZipDirectory[] = []
  for (const input of inputs) {
    options.signal?.throwIfAborted()
    const context = { ...options, input: input.name }
    if (input.type === 'file') {
      const [none, only] = [[], [input.file]]
      const placed = { root: '', cabinets: new Map([['', only]]), droppings: none, strays: none }
      projects.push(await openProject(placed, context))
      continue
    }
    const { files, directory } = await filesOf(input, options, directories.length)
    if (directory !== undefined) directories.push(directory)
    for (const placed of await placeFiles(files, options.signal)) {
      projects.push(await openProject(placed, context))
    }
  }
  return { projects, directories }
}

interface InputFiles {
  readonly files: Sequence<Source>
  /** Of a zip. */
  readonly directory?: ZipDirectory | undefined
}

async function filesOf(
  input: Exclude<ExportInput, { readonly type: 'file' }>,
  { report, limits, codec, memory, directories, signal }: OpenExportOptions,
  zipsBefore: number,
): Promise<InputFiles> {
  if (input.type === 'folder') return { files: input.files }
  const { entries: files, directory } = await openZip(input.file, {
    name: input.name,
    report,
    directory: directories?.[zipsBefore],
    ...(limits === undefined ? {} : { limits }),
    ...(codec === undefined ? {} : { codec }),
    ...(memory === undefined ? {} : { memory }),
    ...(signal === undefined ? {} : { signal }),
  })
  return { files, directory }
}
