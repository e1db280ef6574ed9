const allowed = /^[a-zA-Z0-9_-]$/

/**
 * A name as brat takes it for a type: letters, digits, `_` and `-`. Every other character is `_x`, its number
 * in hexadecimal and `_`, so that `Org Name` is `Org_x20_Name` and leads back to one name only.
 */
export function typeName(name: string): string {
  // Hyphens alone are a separator in annotation.conf; an empty name would be none.
  if (name === '') return '_x_'
  const characters = Array.from(name)
  const onlyHyphens = characters.every((character) => character === '-')
  return characters
    .map((character, index) => {
      const misread = character === '_' && characters[index + 1] === 'x'
      const separates = onlyHyphens && index === 0
      return allowed.test(character) && !misread && !separates ? character : escaped(character)
    })
    .join('')
}

function escaped(character: string): string {
  return `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`
}
