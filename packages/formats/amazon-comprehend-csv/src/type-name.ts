/** The longest entity type Amazon takes, in characters. */
const longest = 64

/**
 * The name of a label as an entity type: upper case, words joined with underscores. Empty when nothing of
 * it can stand in a type.
 */
export function typeName(name: string): string {
  const joined = name
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  return Array.from(joined).slice(0, longest).join('')
}
