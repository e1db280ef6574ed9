/** The description of the data set. Paths are relative to the file, as none is given. */
export function dataYaml(folders: readonly string[], names: readonly string[]): string {
  const lines = names.map((name, number) => `  ${number}: ${quoted(name)}\n`)
  const list = lines.length === 0 ? 'names: {}\n' : `names:\n${lines.join('')}`
  return folders.map((folder) => `${folder}: images/${folder}\n`).join('') + list
}

/** A text as a double-quoted YAML scalar. Line breaks of any kind and invisible characters are escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(unsafe, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** What YAML readers treat as a line break or refuse outside an escape. */
const unsafe = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g
