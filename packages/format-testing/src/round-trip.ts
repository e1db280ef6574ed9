import { headOf, memorySource } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { siblingsOf } from './feeding.ts'
import { readAll } from './reading.ts'
import type { Subject, WrittenFiles } from './subject.ts'
import { type Written, writeAll } from './writing.ts'

/** A document that was written and read again. */
export interface RoundTrip extends Written {
  readonly documents: readonly LabeledDocument[]
}

/**
 * Writes documents, usually one or its segments, and reads the files back. The reader is told the
 * name, and with `tellSchema` also the schema, as an export around the files would tell them.
 */
export async function roundTrip(
  subject: Subject,
  pieces: readonly LabeledDocument[],
  tellSchema: boolean,
): Promise<RoundTrip> {
  const written = await writeAll(subject.format, pieces)
  const [original] = pieces
  if (original === undefined) return { ...written, documents: [] }
  return { ...written, documents: await readBack(subject, written.files, original, tellSchema) }
}

async function readBack(
  subject: Subject,
  files: WrittenFiles,
  original: LabeledDocument,
  tellSchema: boolean,
): Promise<readonly LabeledDocument[]> {
  const { format, options } = subject
  if (format.reader === undefined) {
    if (options.readBack !== undefined) return options.readBack(files, original)
    throw new Error(`${format.id} has no reader: give testFormat the option readBack.`)
  }
  const documents: LabeledDocument[] = []
  for (const path of await recognised(subject, files)) {
    const source = memorySource(path, files.get(path) ?? new Uint8Array())
    const reading = await readAll(format, source, {
      documentName: original.name,
      sibling: siblingsOf(path, files),
      ...(tellSchema ? { schema: original.schema } : {}),
    })
    const [refusal] = [reading.failure, ...reading.diagnostics].filter(
      (one) => one?.severity === 'error',
    )
    if (refusal !== undefined) {
      throw new Error(`What was written to "${path}" reads as ${refusal.code}: ${refusal.message}`)
    }
    for (const document of reading.documents) documents.push(document)
  }
  return documents
}

/** The files that look like the format's own; all of them when none does. */
async function recognised(subject: Subject, files: WrittenFiles): Promise<readonly string[]> {
  const own: string[] = []
  for (const [path, bytes] of files) {
    const confidence = subject.format.reader?.sniff(await headOf(memorySource(path, bytes)))
    if (confidence !== 'no') own.push(path)
  }
  return own.length > 0 ? own : [...files.keys()]
}
