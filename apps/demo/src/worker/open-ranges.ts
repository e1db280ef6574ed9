import { type ExportProject, openExport, openExportReader } from '@labelport/archive'
import { planRuns } from '@labelport/dataset'
import { type Diagnostic, FormatError, type Report } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Handed, ReadingOptions } from '../protocol.ts'
import { sampleInput } from '../sample/sample.ts'
import type { SampleName } from '../sample/sample-name.ts'
import { formatsFor } from './catalog.ts'
import { inputsOf } from './inputs.ts'

/** What is to be read, and how. Files in it are references: sending it copies none. */
export interface ReadingOrder {
  readonly source:
    | { readonly type: 'handed'; readonly handed: readonly Handed[] }
    | { readonly type: 'sample'; readonly sample: SampleName }
  readonly options: ReadingOptions
  /** How much is read at one go, in bytes. */
  readonly rangeSize: number
}

/** What was found when an order was opened. The same wherever it is opened. */
export interface Opening {
  /** Bytes of each range. */
  readonly ranges: readonly number[]
  readonly files: number
  readonly diagnostics: readonly Diagnostic[]
}

/** A document, and where in the export it was found. */
export interface FoundDocument {
  readonly document: LabeledDocument
  readonly path: string
  /** Number of its cabinet, from 0 through all projects. */
  readonly shelf: number
}

/** The files of an order in ranges, in the order of the export. */
export interface OpenRanges {
  readonly opening: Opening
  /** `progress` hears how many more files were read, and which is read now. */
  read(
    range: number,
    report: Report,
    progress: (filesMore: number, path: string) => void,
  ): AsyncGenerator<FoundDocument>
}

/** Looks into what was handed in. Throws only when the signal is aborted or a file cannot be reached. */
export async function openRanges(
  { source, options, rangeSize }: ReadingOrder,
  signal: AbortSignal,
): Promise<OpenRanges> {
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic)
  const inputs =
    source.type === 'sample' ? [sampleInput(source.sample)] : await inputsOf(source.handed)
  const projects: ExportProject[] = []
  for (const input of inputs) {
    try {
      projects.push(...(await openExport([input], { report, signal })).projects)
    } catch (error) {
      // One archive that cannot be opened does not keep the others shut.
      if (!FormatError.is(error)) throw error
      report(error.diagnostic)
    }
  }
  let onProgress = (_: { readonly filesDone: number; readonly path: string }): void => {}
  const formats = formatsFor(options)
  const reader = openExportReader(
    { projects },
    { formats, report, signal, onProgress: (progress) => onProgress(progress) },
  )
  const shelves = new Map(
    projects.flatMap(({ cabinets }) => cabinets).map((cabinet, number) => [cabinet, number]),
  )
  const ranges = planRuns(reader.files, rangeSize, ({ source: { size = 0 } }) => size)
  const bytesOf = (range: (typeof ranges)[number]): number => {
    let bytes = 0
    for (const { source } of range) bytes += source.size ?? 0
    return bytes
  }
  return {
    opening: { ranges: ranges.map(bytesOf), files: reader.files.length, diagnostics },
    async *read(range, told, progress) {
      const only = ranges[range] ?? []
      let at = { filesDone: 0, path: '' }
      onProgress = (now) => {
        progress(now.filesDone - at.filesDone, now.path)
        at = now
      }
      for await (const document of reader.read({ only, report: told })) {
        const file = only.at(at.filesDone)
        yield { document, path: at.path, shelf: (file && shelves.get(file.cabinet)) ?? 0 }
      }
    },
  }
}
