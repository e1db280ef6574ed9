/** A format's name in all its forms. */
export function namesOf(id) {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
    throw new Error(`"${id}" is no id: lower case letters, digits and hyphens, such as tsv-iob.`)
  }
  const words = id.split('-')
  const capital = (word) => word.slice(0, 1).toUpperCase() + word.slice(1)
  const [first, ...rest] = words
  return { id, camelCase: first + rest.map(capital).join(''), title: words.map(capital).join(' ') }
}

/** A text about `acme` as one about another format. */
export function renamed(text, { id, camelCase, title }) {
  return text
    .replace(/(?<![.'/`-])\bacme\b(?!['`/.-])/g, camelCase)
    .replace(/\bacme\b/g, id)
    .replace(/\bAcme\b/g, title)
}

/** All files of a map under another name. */
export function renamedFiles(files, names) {
  return new Map([...files].map(([path, text]) => [renamedPath(path, names), renamed(text, names)]))
}

function renamedPath(path, { id }) {
  return path.replace(/\bacme\b/g, id)
}
