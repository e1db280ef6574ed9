import { openRestoration, recognised, residues } from '@labelport/dataset'
import {
  type Diagnostic,
  type Format,
  FormatError,
  memorySource,
  readDocuments,
  type Source,
} from '@labelport/format'
import { native } from '@labelport/format-native'
import { readAll, writeAll } from '@labelport/format-testing'
import type { LabeledDocument, LabelSchema } from '@labelport/model'

/** A residue as it is written to a file and read again. */
export async function residueOf(
  documents: readonly LabeledDocument[],
  format: Format,
): Promise<readonly LabeledDocument[]> {
  const made: LabeledDocument[] = []
  async function* all(): AsyncGenerator<LabeledDocument> {
    yield* documents
  }
  for await (const one of residues(all(), format)) made.push(one)
  const { files } = await writeAll(native, made)
  const [bytes = new Uint8Array()] = files.values()
  const reading = await readAll(native, memorySource('residue.labelport.jsonl', bytes))
  if (reading.diagnostics.length > 0) throw new Error(JSON.stringify(reading.diagnostics))
  return reading.documents
}

/** Writes documents in a format, changes the files as asked for, and puts them together with the residue. */
export async function putTogether(
  documents: readonly LabeledDocument[],
  format: Format,
  edit: (text: string) => string = (text) => text,
) {
  const diagnostics: Diagnostic[] = []
  const kept = await residueOf(documents, format)
  const restoration = openRestoration(kept, (one) => diagnostics.push(one))
  const { files } = await writeAll(format, documents)
  // Folders are read by path, so a second `a (2).txt` comes before `a.txt`.
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const sources = sorted.map(([path, bytes]) =>
    memorySource(path, /\.xlsx$/.test(path) ? bytes : edit(new TextDecoder().decode(bytes))),
  )
  const found: LabeledDocument[] = []
  for (const source of await recognised(sources, format)) {
    const name = documents.find((one) => source.path.startsWith(one.name))?.name
    const read = (schema?: LabelSchema) => readOne(format, source, sources, name, schema)
    // First to know which document it is, then with the schema of that one.
    const [first] = await read()
    if (first === undefined) continue
    for (const one of await read(restoration.schemaFor(first, source.path))) {
      found.push(...restoration.take(one, source.path))
    }
  }
  found.push(...restoration.rest())
  return { found, diagnostics, kept }
}

async function readOne(
  format: Format,
  source: Source,
  sources: readonly Source[],
  documentName: string | undefined,
  schema: LabelSchema | undefined,
): Promise<readonly LabeledDocument[]> {
  const documents: LabeledDocument[] = []
  const context = {
    report() {},
    sibling: (path: string) => sources.find((one) => one.path === path),
    ...(documentName !== undefined && { documentName }),
    ...(schema && { schema }),
  }
  try {
    for await (const one of readDocuments(format, source, context)) documents.push(one)
  } catch (error) {
    // What the format writes of some documents it cannot read; their residue is all of them.
    if (!FormatError.is(error)) throw error
  }
  return documents
}
