import {
  baseName,
  defineFormat,
  extensionOf,
  type Format,
  FormatError,
  type Head,
  memorySource,
  type ReadContext,
  type Source,
  textOfSource,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type CustomDocument, type CustomFile, documentOf } from './custom-document.ts'
import { renamed } from './renamed.ts'

/** What the files of a File Transformer are and how to read them: by a function, or like another format. */
export type CustomSpec = {
  /** Lower case, hyphens; prefixes the diagnostic codes. */
  readonly id: string
  readonly title?: string
  /** With the dot, most usual first. */
  readonly extensions?: readonly `.${string}`[]
  /** Whether a beginning looks like one of the files. Absent means what the other format says, or the ending. */
  readonly recognises?: (head: Head) => boolean
} & (
  | {
      /** Takes the text of a file apart. May throw: the message becomes `<id>/reading-failed`. */
      readonly read: (text: string, file: CustomFile) => Iterable<CustomDocument>
    }
  | {
      /** The format that reads the files. */
      readonly format: Format
      /** Makes of the text of a file one of that format. */
      readonly prepare?: (text: string) => string
      /** New names for labels, by the names in the files. */
      readonly rename?: Readonly<Record<string, string>>
    }
)

/** Makes a format of a description, for lists of formats and for plugins. */
export function createCustom(spec: CustomSpec): Format {
  const { id, title = id } = spec
  const like = 'format' in spec ? spec.format : undefined
  const extensions = spec.extensions ?? like?.extensions ?? ['.json']
  return defineFormat({
    id,
    title,
    extensions,
    tasks: like?.tasks ?? ['token', 'row', 'document'],
    carries: {},
    reader: {
      yields: like?.reader?.yields ?? 'one',
      names: like?.reader?.names ?? 'appended',
      sniff(head) {
        if (spec.recognises !== undefined) return spec.recognises(head) ? 'likely' : 'no'
        if (like !== undefined) return like.reader?.sniff(head) ?? 'no'
        // An ending alone never decides.
        return extensions.some((one) => one === extensionOf(head.path)) ? 'possible' : 'no'
      },
      read: (source, context) =>
        'format' in spec ? readLike(source, context, spec) : readBy(source, context, spec),
    },
  })
}

async function* readBy(
  source: Source,
  context: ReadContext,
  { id, read }: Extract<CustomSpec, { readonly read: unknown }>,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const text = await textOfSource(source, id, context.signal)
  const file = { path, name: context.documentName ?? baseName(path), report: context.report }
  let index = 0
  for (const found of documentsOf(text, file, id, read)) {
    yield documentOf(found, file, { id, index, ...(context.schema && { schema: context.schema }) })
    index += 1
  }
  if (index > 0) return
  const message = 'The function found no document in the file.'
  context.report({ severity: 'warning', code: `${id}/no-document`, message, place: { path } })
}

function documentsOf(
  text: string,
  file: CustomFile,
  id: string,
  read: (text: string, file: CustomFile) => Iterable<CustomDocument>,
): readonly CustomDocument[] {
  try {
    return [...read(text, file)]
  } catch (cause) {
    if (FormatError.is(cause)) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    const message = `The function that reads these files failed: ${why}`
    const place = { path: file.path }
    throw new FormatError(
      { severity: 'error', code: `${id}/reading-failed`, message, place },
      { cause },
    )
  }
}

async function* readLike(
  source: Source,
  context: ReadContext,
  { id, format, prepare, rename }: Extract<CustomSpec, { readonly format: unknown }>,
): AsyncGenerator<LabeledDocument> {
  const { reader } = format
  if (reader === undefined) {
    const message = `${format.title} can be written but not read.`
    throw new FormatError({ severity: 'error', code: `${id}/not-readable`, message })
  }
  const prepared =
    prepare === undefined
      ? source
      : memorySource(source.path, prepare(await textOfSource(source, id, context.signal)))
  if (rename === undefined) {
    yield* reader.read(prepared, context)
    return
  }
  // The project's labels have the new names, so the file is read without them first.
  const { schema, ...rest } = context
  for await (const document of reader.read(prepared, rest)) yield renamed(document, rename, schema)
}
