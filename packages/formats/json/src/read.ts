import {
  baseName,
  type Findings,
  FormatError,
  findingsOf,
  isObject,
  type JsonObject,
  pointerStep,
  type ReadContext,
  readJson,
  readSentences,
  type Source,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { readLabels } from './labels.ts'

/** Reads the one document of a file. */
export async function* read(
  source: Source,
  { report, signal, documentName, schema: given, locate }: ReadContext,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const file = await readJson(source, 'json', { signal })
  const findings = findingsOf('json', path, report)
  const { sentences, labels } = partsOf(file, path, findings)
  const { cells, labeled, odd } = readSentences(sentences, findings)
  tellUnreadKeys(sentences, Object.keys(odd).length > 0, findings)
  const { spans, schema } = readLabels(cells, labeled, labels, { given, findings, locate })
  const name = documentName ?? withoutExtension(baseName(path), ['.json'])
  yield {
    id: path,
    name,
    tasks: ['token'],
    cells,
    media: [],
    annotations: spans,
    comments: [],
    schema,
  }
}

const known = new Set(['sentences', 'labels'])

function partsOf(file: unknown, path: string, findings: Findings) {
  if (!isObject(file) || !Array.isArray(file.sentences)) {
    throw new FormatError({
      severity: 'error',
      code: 'json/no-sentences',
      message: `Found no list under the key "sentences"; ${guess(file)}`,
      place: { path, pointer: isObject(file) ? '/sentences' : '' },
    })
  }
  const unread = Object.keys(file).filter((key) => !known.has(key))
  if (unread.length > 0) {
    const message = `Found the keys ${unread.join(', ')} beside the sentences; they are not read. JSON_ADVANCED has such keys.`
    findings.add('info', 'unread-keys', '', message)
  }
  const { sentences, labels = [] } = file
  if (Array.isArray(labels)) return { sentences, labels }
  findings.wrongType('/labels', labels, 'a list')
  return { sentences, labels: [] }
}

const knownOfSentence = new Set(['id', 'content', 'tokens', 'labels', 'metadata'])

/** Tells each key of sentences once, where it comes up first. */
function tellUnreadKeys(sentences: readonly unknown[], isOdd: boolean, findings: Findings): void {
  if (!isOdd) return
  const told = new Set<string>()
  for (const [index, sentence] of sentences.entries()) {
    if (!isObject(sentence)) continue
    for (const key of Object.keys(sentence)) {
      if (knownOfSentence.has(key) || told.has(key)) continue
      told.add(key)
      const message = `Found the key "${key}" in a sentence; it is not read here nor in further sentences.`
      findings.add('info', 'unread-keys', `/sentences/${index}${pointerStep(key)}`, message)
    }
  }
}

/** What a file of another structure may be. */
function guess(file: unknown): string {
  if (Array.isArray(file)) return 'a list of rows is JSON_TABULAR.'
  const isSchema = isObject(file) && hasKeys(file, ['version', 'data'])
  return isSchema ? 'version and data are DATASAUR_SCHEMA.' : 'this is no export of sentences.'
}

function hasKeys(file: JsonObject, keys: readonly string[]): boolean {
  return keys.every((key) => Object.hasOwn(file, key))
}
