import { isObject } from '@labelport/format'

/** Where the names behind entity types are kept, beside the CSV. */
export const tablePath = 'types.json'

/** Which label an entity type stands for. */
export interface TypeEntry {
  readonly type: string
  /** The label's own name. */
  readonly name: string
  readonly labelSet: string
  readonly label: string
}

/** Which document a text file holds. */
export interface FileEntry {
  readonly file: string
  readonly name: string
}

/** What the CSV cannot say: the names behind types, and all documents, also those without entities. */
export interface TypesTable {
  readonly types: readonly TypeEntry[]
  readonly documents: readonly FileEntry[]
}

/** The table as a file. */
export function printTable({ types, documents }: TypesTable): string {
  const list = (entries: readonly object[]): string =>
    entries.length === 0
      ? '[]'
      : `[\n${entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`
  return `{\n  "types": ${list(types)},\n  "documents": ${list(documents)}\n}\n`
}

/** Reads a table; undefined when it is none. */
export function parseTable(text: string): TypesTable | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value)) return undefined
    const { types, documents } = value
    if (!isList(types, isType) || !isList(documents, isFile)) return undefined
    return { types, documents }
  } catch {
    return undefined
  }
}

function isType(value: unknown): value is TypeEntry {
  return isObject(value) && texts(value.type, value.name, value.labelSet, value.label)
}

function isFile(value: unknown): value is FileEntry {
  return isObject(value) && texts(value.file, value.name)
}

function texts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string')
}

function isList<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is)
}
