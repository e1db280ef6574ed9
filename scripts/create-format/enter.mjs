import { readFileSync, writeFileSync } from 'node:fs'

/** Enters a package into the catalog, the README and the changesets. */
export function enter(kind, { id, camelCase, title }) {
  const name = `@labelport/${kind}-${id}`
  edit(`packages/catalog/src/${kind}s.ts`, (text) => withEntry(text, camelCase, name))
  for (const path of ['packages/catalog/package.json', 'package.json']) {
    edit(path, (text) =>
      withDependency(text, name, path.includes('/') ? 'workspace:^' : 'workspace:*'),
    )
  }
  edit('README.md', (text) => withLink(text, kind, id))
  const does = kind === 'format' ? 'Reads and writes' : 'Writes'
  writeFileSync(
    `.changeset/${kind}-${id}.md`,
    `---\n"${name}": minor\n---\n\n${does} ${title} lines.\n`,
  )
}

function edit(path, change) {
  const text = readFileSync(path, 'utf8')
  const changed = change(text)
  if (changed === text)
    throw new Error(`${path} has another shape than expected; nothing was entered.`)
  writeFileSync(path, changed)
}

/** Adds an import and an entry of the list, both where the alphabet has them. */
function withEntry(text, camelCase, name) {
  const [, head, imports, middle, list] =
    /^(import type [^\n]*\n)((?:import [^\n]*\n)*)([\s\S]*= \[)([\s\S]*?)\]\n$/.exec(text) ?? []
  if (head === undefined) return text
  const lines = imports
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
  const idOf = (line) => /'@labelport\/\w+?-([^']+)'/.exec(line)?.[1] ?? ''
  lines.push(`import { ${camelCase} } from '${name}'`)
  lines.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
  // The list is in the order of the imports, which are in the order of the ids.
  const names = lines.map((line) => /\{ (\w+) \}/.exec(line)[1])
  if (list.split(',').filter((one) => one.trim() !== '').length !== names.length - 1) return text
  const one = `${middle}${names.join(', ')}]\n`
  const short = one.slice(one.lastIndexOf('\n', one.length - 2) + 1).length <= 101
  const body = short ? names.join(', ') : `\n${names.map((entry) => `  ${entry},\n`).join('')}`
  return `${head}${lines.join('\n')}\n${middle}${body}]\n`
}

function withDependency(text, name, version) {
  const manifest = JSON.parse(text)
  const key = manifest.dependencies === undefined ? 'devDependencies' : 'dependencies'
  const entries = Object.entries({ ...manifest[key], [name]: version })
  manifest[key] = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** Formats stand before the native one, which closes the sentence; targets at the end. */
function withLink(text, kind, id) {
  const link = `[${id}](packages/${kind}s/${id})`
  return kind === 'format'
    ? text.replace(/(\| `@labelport\/format-\*` .*?)(, and \[native\])/, `$1, ${link}$2`)
    : text.replace(/(\| `@labelport\/target-\*` .*?)( \|)$/m, `$1, ${link}$2`)
}
