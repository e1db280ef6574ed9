import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import {
  type ExportInput,
  type ExportSet,
  openExport,
  type ReadExportOptions,
  readExport,
} from '@labelport/archive'
import { formats } from '@labelport/catalog'
import type { CabinetPredicate } from '@labelport/dataset'
import { extensionOf, type RandomAccess, type Report } from '@labelport/format'
import type { LabeledDocument, LabelSchema } from '@labelport/model'
import { fileSource, folderSources, openFile, zlibCodec } from '@labelport/node'
import { chooseReader } from './choose.ts'
import type { Flags, FlagValues, Operands } from './command.ts'
import { Failure } from './exit.ts'
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
  from: { type: 'value', value: '<id>', help: 'the format to read with, instead of looking' },
  schema: {
    type: 'value',
    value: '<path>',
    help: 'an export or native file with the labels and questions for files that hold none',
  },
} as const satisfies Flags

/** The operands of every command that reads an export. */
export const inputOperands: Operands = {
  usage: '<input…>',
  help: 'export zips, unpacked folders or single files',
  min: 1,
  max: Infinity,
}

/** Inputs that were looked into. */
export interface OpenedInput {
  readonly found: ExportSet
  /** Reads the copies that are wanted; every call reads again. */
  documents(select: CabinetPredicate, report?: Report): AsyncIterable<LabeledDocument>
}

/** Looks into the inputs. Throws Failure when one cannot be opened. */
export async function openInput(
  session: Session,
  paths: readonly string[],
  flags: Pick<FlagValues<typeof inputFlags>, 'from' | 'schema'>,
): Promise<OpenedInput> {
  const from = chooseReader(flags.from)
  const schema = flags.schema === undefined ? undefined : await schemaOf(session, flags.schema)
  return openPaths(session, paths, {
    ...(from === undefined ? {} : { from }),
    ...(schema === undefined ? {} : { schema }),
  })
}

async function openPaths(
  session: Session,
  paths: readonly string[],
  given: Pick<ReadExportOptions, 'from' | 'schema'>,
): Promise<OpenedInput> {
  const { signal, progress } = session
  const inputs: ExportInput[] = []
  for (const path of paths) inputs.push(await inputOf(session, path))
  const found = await openExport(inputs, { report: session.report, codec: zlibCodec, signal })
  return {
    found,
    documents(select, report = session.report) {
      const documents = readExport(found, {
        ...given,
        formats,
        cabinets: select,
        report,
        signal,
        onProgress: ({ filesDone, filesTotal, path }) =>
          progress.show(`Reading ${Math.min(filesDone + 1, filesTotal)} of ${filesTotal}: ${path}`),
      })
      return withPauses(documents, signal)
    },
  }
}

/** The first schema with labels or questions that the documents of a path have. Throws Failure without one. */
async function schemaOf(session: Session, path: string): Promise<LabelSchema> {
  const { documents } = await openPaths(session, [path], {})
  for await (const { schema } of documents(() => true)) {
    if (schema.labelSets.length > 0 || schema.questions.length > 0) return schema
  }
  throw new Failure(`No document of "${path}" has labels or questions to take a schema from.`)
}

/** Throws Failure when there is no such file or folder, FormatError when it cannot be read. */
async function inputOf(session: Session, shown: string): Promise<ExportInput> {
  const path = resolve(session.cwd, shown)
  const name = basename(path)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) throw new Failure(`"${shown}" does not exist.`)
  if (found.isDirectory()) return { type: 'folder', name, files: folderSources(path) }
  const file = openFile(path)
  session.atEnd(() => file.close())
  return (await isExportZip(name, file))
    ? { type: 'zip', name, file }
    : { type: 'file', name, file: fileSource(path, name) }
}

/** Spreadsheets are zips as well, so a file that is named like one of a format is taken as that. */
async function isExportZip(name: string, file: RandomAccess): Promise<boolean> {
  const extension = extensionOf(name)
  if (extension === '.zip') return true
  if (formats.some(({ extensions }) => extensions.some((one) => one === extension))) return false
  if (file.size < 4) return false
  const [p, k, third, fourth] = await file.read(0, 4)
  return p === 0x50 && k === 0x4b && third !== undefined && third + 1 === fourth
}
