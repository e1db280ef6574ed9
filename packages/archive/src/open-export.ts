import type { Report, Source } from '@labelport/format'
import type { ExportInput, ExportProject, ExportSet } from './export.ts'
import { openProject } from './layout/open-project.ts'
import { placeFiles } from './layout/place-files.ts'
import type { Codec } from './zip/codec.ts'
import type { Limits } from './zip/limits.ts'
import { openZip } from './zip/zip.ts'

/** How an export is opened. */
export interface OpenExportOptions {
  readonly report: Report
  readonly limits?: Partial<Limits>
  /** Absent means one that runs everywhere. */
  readonly codec?: Codec
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
  for (const input of inputs) {
    options.signal?.throwIfAborted()
    const context = { ...options, input: input.name }
    if (input.type === 'file') {
      const cabinets = new Map([['', [input.file]]])
      const placed = { root: '', cabinets, droppings: [], strays: [] }
      projects.push(await openProject(placed, context))
      continue
    }
    for (const placed of await placeFiles(await filesOf(input, options), options.signal)) {
      projects.push(await openProject(placed, context))
    }
  }
  return { projects }
}

async function filesOf(
  input: Exclude<ExportInput, { readonly type: 'file' }>,
  { report, limits, codec, signal }: OpenExportOptions,
): Promise<readonly Source[]> {
  if (input.type === 'folder') return input.files
  const zip = await openZip(input.file, {
    name: input.name,
    report,
    ...(limits === undefined ? {} : { limits }),
    ...(codec === undefined ? {} : { codec }),
    ...(signal === undefined ? {} : { signal }),
  })
  return zip.entries
}
