import {
  baseName,
  findingsOf,
  type ReadContext,
  readJson,
  type Source,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { partsOf } from './parts.ts'
import { openDocument } from './read-document.ts'

/** Reads the one document of a file. */
export async function* read(
  source: Source,
  { report, signal, documentName, schema: given, locate }: ReadContext,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const file = await readJson(source, 'json', { signal })
  const findings = findingsOf('json', path, report)
  const name = documentName ?? withoutExtension(baseName(path), ['.json'])
  const document = openDocument(path, name, { given, findings, locate })
  yield document.read(partsOf(file, path, findings))
}
