import { isObject } from '../datasaur/json-value.ts'
import type { Part } from '../format.ts'
import { type EscapeTable, noEscapes } from './escape.ts'

/** What the file is called, beside the files whose escapes it explains. */
export const escapesPath = 'escapes.json'

/** The file that says how to get escaped tokens and labels back; undefined when nothing was escaped. */
export function escapesFile(table: EscapeTable): Part | undefined {
  const { characters, labels } = table
  if (Object.keys(characters).length + Object.keys(labels).length === 0) return undefined
  return { path: escapesPath, chunk: `${JSON.stringify({ characters, labels }, null, 2)}\n` }
}

/** The table in the text of such a file; empty when the text is none. */
export function parseEscapes(text: string): EscapeTable {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value)) return noEscapes
    return { characters: textsIn(value.characters), labels: textsIn(value.labels) }
  } catch {
    return noEscapes
  }
}

function textsIn(value: unknown): Record<string, string> {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, text]) =>
      typeof text === 'string' ? [[key, text] as const] : [],
    ),
  )
}
