import { type Findings, FormatError, isObject, type JsonObject } from '@labelport/format'

/** The lists of a file. */
export interface FileParts {
  readonly sentences: readonly unknown[]
  /** Labels beside the sentences; empty where all stand in them. */
  readonly labels: readonly unknown[]
}

const known = new Set(['sentences', 'labels'])

/** Takes the lists out of a file and tells what is not read. Throws FormatError where there are no sentences. */
export function partsOf(file: unknown, path: string, findings: Findings): FileParts {
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

/** What a file of another structure may be. */
function guess(file: unknown): string {
  if (Array.isArray(file)) return 'a list of rows is JSON_TABULAR.'
  const isSchema = isObject(file) && hasKeys(file, ['version', 'data'])
  return isSchema ? 'version and data are DATASAUR_SCHEMA.' : 'this is no export of sentences.'
}

function hasKeys(file: JsonObject, keys: readonly string[]): boolean {
  return keys.every((key) => Object.hasOwn(file, key))
}
