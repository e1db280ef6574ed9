// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold these at all.
const impossible = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu

/**
 * A name as the configuration can hold it: characters XML does not know are written as `\u{1}`, and so is a
 * `$` at the beginning, which Label Studio takes for a variable. An empty name is `(no name)`.
 */
export function spell(name: string): string {
  if (name === '') return '(no name)'
  return name.replace(impossible, written).replace(/^\$/, written)
}

function written(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers of XML make blanks of these unless they are written as numbers.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Attributes in XML, values escaped; undefined ones are left off. Names have to be spelled before. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value)}"`))
    .join('')
}

function escaped(value: string): string {
  return value
    .replace(impossible, written)
    .replace(/[&<>"\t\n\r]/g, (character) => named[character] ?? character)
}
