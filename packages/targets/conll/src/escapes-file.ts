import type { Part } from '@labelport/format'
import type { EscapeTable } from './escape.ts'

/** The file that says how to get escaped tokens and labels back; undefined when nothing was escaped. */
export function escapesFile(table: EscapeTable): Part | undefined {
  const { characters, labels } = table
  if (Object.keys(characters).length + Object.keys(labels).length === 0) return undefined
  return { path: 'escapes.json', chunk: `${JSON.stringify({ characters, labels }, null, 2)}\n` }
}
