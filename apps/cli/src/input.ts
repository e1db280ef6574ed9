import { statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import {
  type ExportInput,
  type ExportReader,
  type ExportSet,
  openExport,
  openExportReader,
  type ReadExportOptions,
  type ZipDirectory,
} from '@labelport/archive'
import { type CabinetPredicate, mergeSchemas } from '@labelport/dataset'
import {
  extensionOf,
  type Format,
  type RandomAccess,
  type Report,
  type Source,
} from '@labelport/format'
import type { LabeledDocument, LabelSchema } from '@labelport/model'
import { fileSource, folderSources, type OpenFile, openFile, zlibCodec } from '@labelport/node'
import { chooseReader, withReadOptions } from './choose.ts'
import { chooseProject } from './choose-project.ts'
import type { Flags, FlagValues, Operands } from './command.ts'
import { Failure } from './exit.ts'
import { type Library, pluginFlag } from './library.ts'
import { withPauses } from './pauses.ts'
import type { Session } from './session.ts'

/** The flags of every command that reads an export. */
export const inputFlags = {
  cabinet: {
    type: 'value',
    value: '<which>',
    default: 'review',
    help: 'whose copies: review, labelers, root, all, or a folder, name or e-mail',
  },
  project: {
    type: 'value',
    value: '<which>',
    help: 'only this project of several: its folder, id or name',
  },
  from: { type: 'value', value: '<id>', help: 'the format to read with, instead of looking' },
  'read-option': {
    type: 'values',
    value: '<format.name=value>',
    help: 'an option of a format that reads, such as csv.answers=Genre,Tags',
  },
  schema: {
    type: 'values',
    value: '<path>',
    help: 'an export or native file with the labels and questions for files that hold none',
  },
  text: {
    type: 'values',
    value: '<path>',
    help: 'the PLAIN export, folder or file with the texts that files only point into',
  },
  ...pluginFlag,
} as const satisfies Flags

/** The operands of every command that reads an export. */
export const inputOperands: Operands = {
  usage: '<input…>',
  help: 'export zips, folders of zips, unpacked folders or single files',
  min: 1,
  max: Infinity,
}

/** Inputs that were looked into. */
export interface OpenedInput {
  readonly found: ExportSet
  /** Labels and questions that were given for files that hold none. Absent when none were. */
  readonly schema?: LabelSchema
  /** Reads the copies that are wanted; every call reads again. */
  documents(
    select: CabinetPredicate,
    report?: Report,
    onDocument?: OnDocument,
  ): AsyncIterable<LabeledDocument>
  /** Opens a reader of the copies that are wanted, for reading files apart from each other. */
  reader(select: CabinetPredicate, report: Report, options?: ReaderOptions): ExportReader
}

/** Who listens to a reader. Without `onProgress` it is shown how far reading has come. */
export type ReaderOptions = Pick<ReadExportOptions, 'ids' | 'onDocument' | 'onProgress'>

/** Who asks what documents are read from. */
export type OnDocument = NonNullable<ReadExportOptions['onDocument']>

/** How inputs are read, as flags say it. */
export type ReadingFlags = Pick<
  FlagValues<typeof inputFlags>,
  'project' | 'from' | 'read-option' | 'schema'
> &
  Partial<Pick<FlagValues<typeof inputFlags>, 'text'>>

/**
 * Looks into the inputs; threads are given the directories of the zips that were found before. Throws Failure when one
 * cannot be opened, UsageError for flags that do not fit.
 */
export async function openInput(
  session: Session,
  library: Library,
  paths: readonly string[],
  flags: ReadingFlags,
  directories?: readonly ZipDirectory[],
): Promise<OpenedInput> {
  const formats = withReadOptions(library.formats, flags['read-option'])
  const from = chooseReader(formats, flags.from)
  const schemas: LabelSchema[] = []
  for (const path of flags.schema) schemas.push(await schemaOf(session, formats, path))
  const texts = await textsOf(session, formats, flags.text ?? [])
  const given = {
    formats,
    ...(texts.length === 0 ? {} : { texts }),
    ...(from === undefined ? {} : { from }),
    ...(schemas.length === 0 ? {} : { schema: mergeSchemas(schemas) }),
  }
  return openPaths(session, paths, flags.project, given, directories)
}

async function openPaths(
  session: Session,
  paths: readonly string[],
  project: string | undefined,
  given: Pick<ReadExportOptions, 'formats' | 'from' | 'schema' | 'texts'>,
  directories?: readonly ZipDirectory[],
): Promise<OpenedInput> {
  const { signal, progress } = session
  const all = await openAll(session, given.formats, paths, directories)
  const found = chooseProject(all, project)
  const reader: OpenedInput['reader'] = (select, report, options) =>
    openExportReader(found, {
      ...given,
      cabinets: select,
      report,
      signal,
      onProgress: ({ filesDone, filesTotal, path }) =>
        progress.reading(filesDone, filesTotal, path),
      ...options,
    })
  return {
    found,
    ...(given.schema && { schema: given.schema }),
    reader,
    documents(select, report = session.report, onDocument) {
      const { read } = reader(select, report, onDocument && { onDocument })
      return withPauses(read(), signal)
    },
  }
}

/** Opens every path as an export. */
async function openAll(
  session: Session,
  formats: readonly Format[],
  paths: readonly string[],
  directories?: readonly ZipDirectory[],
): Promise<ExportSet> {
  const inputs: ExportInput[] = []
  for (const path of paths) inputs.push(...(await inputsOf(session, formats, path)))
  const { report, signal } = session
  return openExport(inputs, {
    report,
    codec: zlibCodec,
    // So that threads need not read and check directories of their own, which are large for many documents.
    memory: (bytes) => new SharedArrayBuffer(bytes),
    ...(directories && { directories }),
    signal,
  })
}

/** All files under the paths. */
async function textsOf(
  session: Session,
  formats: readonly Format[],
  paths: readonly string[],
): Promise<readonly Source[]> {
  const { projects } = await openAll(session, formats, paths)
  return projects.flatMap(({ cabinets }) => cabinets.flatMap(({ files }) => [...files]))
}

/** The first schema with labels or questions that the documents of a path have. Throws Failure without one. */
async function schemaOf(
  session: Session,
  formats: readonly Format[],
  path: string,
): Promise<LabelSchema> {
  const { documents } = await openPaths(session, [path], undefined, { formats })
  for await (const { schema } of documents(() => true)) {
    if (schema.labelSets.length > 0 || schema.questions.length > 0) return schema
  }
  throw new Failure(`No document of "${path}" has labels or questions to take a schema from.`)
}

/** Throws Failure when there is no such file or folder, FormatError when it cannot be read. */
async function inputsOf(
  session: Session,
  formats: readonly Format[],
  shown: string,
): Promise<readonly ExportInput[]> {
  const path = resolve(session.cwd, shown)
  const name = basename(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new Failure(`"${shown}" does not exist.`)
  if (found.isDirectory()) return folderInputs(session, path)
  const file = openedFile(session, path)
  if (await isExportZip(name, formats, file)) return [{ type: 'zip', name, file }]
  return [{ type: 'file', name, file: fileSource(path, name) }]
}

/** The zips that lie in a folder, each an export of its own, and behind them the other files as one export. */
function folderInputs(session: Session, path: string): readonly ExportInput[] {
  const sources = folderSources(path)
  const zips = sources.filter((source) => extensionOf(source.path) === '.zip')
  const files = sources.filter((source) => !zips.includes(source))
  const exports = zips.map(({ path: name }): ExportInput => {
    return { type: 'zip', name: basename(name), file: openedFile(session, join(path, name)) }
  })
  if (zips.length > 0 && files.length === 0) return exports
  return [...exports, { type: 'folder', name: basename(path), files }]
}

function openedFile(session: Session, path: string): OpenFile {
  const file = openFile(path)
  session.atEnd(() => file.close())
  return file
}

/** Spreadsheets are zips as well, so a file that is named like one of a format is taken as that. */
async function isExportZip(
  name: string,
  formats: readonly Format[],
  file: RandomAccess,
): Promise<boolean> {
  const extension = extensionOf(name)
  if (extension === '.zip') return true
  if (formats.some(({ extensions }) => extensions.some((one) => one === extension))) return false
  if (file.size < 4) return false
  const [p, k, third, fourth] = await file.read(0, 4)
  return p === 0x50 && k === 0x4b && third !== undefined && third + 1 === fourth
}
