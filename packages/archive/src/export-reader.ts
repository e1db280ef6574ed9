import {
  FormatError,
  joined,
  mapped,
  type Report,
  readDocuments,
  type Sequence,
  type Source,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { ExportCabinet, ExportProject, ExportSet, ReadExportOptions } from './export.ts'
import { memberName } from './read/document-name.ts'
import { projectMerge } from './read/merge-origin.ts'
import { placement } from './read/placement.ts'
import { openScope, prepareFile, type Scope } from './read/scope.ts'
import { type GiveId, idsOfPaths, isOfPath, uniqueIds, uniqueIdsByFile } from './read/unique-ids.ts'

/** A file of an export that is to be read. */
export interface ExportFile {
  readonly source: Source
  readonly project: ExportProject
  readonly cabinet: ExportCabinet
  /** What the copies of a document share in an export: the file's name without that of its cabinet. */
  readonly name: string
}

/** Reads an export, whole or file by file. Projects are looked into once, however often they are read. */
export interface ExportReader {
  /** The files of the copies that are wanted, in the order they are read. */
  readonly files: Sequence<ExportFile>
  /** Reads documents; see `readExport`. */
  read(choice?: ReadChoice): AsyncGenerator<LabeledDocument>
  /**
   * Everything besides its bytes and those of other files that decides how a file is read, as plain JSON:
   * where it lies, whose it is, its format and its document's name.
   */
  settingOf(file: ExportFile): Promise<unknown>
}

/** What is read of an export. */
export interface ReadChoice {
  /** Only these of its files, in this order; those of a cabinet stand together. Absent means all. */
  readonly only?: Sequence<ExportFile>
  /** Absent means the report the reader was opened with. */
  readonly report?: Report
  /** Is called when a format looks for another file than its own. */
  readonly onSibling?: () => void
  /**
   * For who reads files apart from each other: ids are made unique within their file alone, and this is told of every
   * document whose id is not made of the file's path, with the number of its file among those that are read. Absent
   * means that ids are made unique among what is read.
   */
  readonly onOwnId?: (document: LabeledDocument, file: number) => void
}

/** Opens a reader. Nothing is read yet. */
export function openExportReader(set: ExportSet, options: ReadExportOptions): ExportReader {
  const wanted = set.projects.map((project) => ({
    project,
    cabinets: project.cabinets.filter(({ cabinet }) => options.cabinets?.(cabinet) ?? true),
  }))
  const scopes = new Map<ExportProject, Promise<Scope>>()
  const scopeOf = (project: ExportProject): Promise<Scope> => {
    const cabinets = wanted.find((one) => one.project === project)?.cabinets ?? []
    const scope = scopes.get(project) ?? openScope(project, cabinets, options)
    scopes.set(project, scope)
    return scope
  }
  const files = joined(
    wanted.flatMap(({ project, cabinets }) =>
      cabinets.map((cabinet) =>
        mapped(cabinet.files, (source) => new FileInCabinet(source, project, cabinet)),
      ),
    ),
  )
  return {
    files,
    async settingOf({ source, project, cabinet }) {
      return (await scopeOf(project)).settingOf(source, cabinet)
    },
    async *read({ only, report = options.report, onSibling, onOwnId } = {}) {
      const chosen = only ?? files
      const { signal, onProgress } = options
      const filesTotal = chosen.length
      let open: { readonly cabinet: ExportCabinet; readonly place: Place } | undefined
      let filesDone = 0
      for (const { source, project, cabinet } of chosen) {
        const scope = await scopeOf(project)
        if (open?.cabinet !== cabinet) {
          const giveId = idsFor(options, onOwnId !== undefined)
          const place = placement(cabinet.cabinet, projectMerge(project), giveId, report)
          open = { cabinet, place }
        }
        signal?.throwIfAborted()
        const { path } = source
        onProgress?.({ filesDone, filesTotal, path })
        try {
          const reading = await prepareFile(source, cabinet, { scope, report, onSibling })
          if (reading !== undefined) {
            const { format, source: opened, context, asked } = reading
            for await (const document of readDocuments(format, opened, context)) {
              const placed = open.place(document, reading)
              const begins = (placed.segment?.index ?? 0) === 0
              if (begins && !isOfPath(placed.id, path)) onOwnId?.(placed, filesDone)
              yield asked === undefined ? placed : await asked(placed)
            }
          }
        } catch (error) {
          signal?.throwIfAborted()
          if (!FormatError.is(error)) throw error
          report({ ...error.diagnostic, place: error.diagnostic.place ?? { path } })
        }
        filesDone += 1
        if (filesDone === filesTotal) onProgress?.({ filesDone, filesTotal, path })
      }
    },
  }
}

type Place = ReturnType<typeof placement>

function idsFor({ ids }: Pick<ReadExportOptions, 'ids'>, apart: boolean): GiveId {
  if (ids === 'path') return idsOfPaths()
  return apart ? uniqueIdsByFile() : uniqueIds()
}

/** Made anew for every look at the list of files; its name is cut from the path only where it matters. */
class FileInCabinet implements ExportFile {
  readonly source: Source
  readonly project: ExportProject
  readonly cabinet: ExportCabinet

  constructor(source: Source, project: ExportProject, cabinet: ExportCabinet) {
    this.source = source
    this.project = project
    this.cabinet = cabinet
  }

  get name(): string {
    return memberName(this.source.path, this.cabinet.cabinet?.folder)
  }
}
