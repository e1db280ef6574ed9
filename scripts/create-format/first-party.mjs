import { existsSync, readFileSync } from 'node:fs'
import { filesOfPage } from './page.mjs'

const neighbours = { format: 'packages/formats/plain', target: 'packages/targets/conll' }

/** The files of a package in this repository: the page's sources in the dress of its neighbours. */
export function firstPartyFiles(kind, id) {
  const page = filesOfPage()
  const files = new Map([
    ['package.json', manifest(kind, id)],
    ['tsconfig.json', readFileSync(`${neighbours[kind]}/tsconfig.json`, 'utf8')],
    ['README.md', template(`${kind}-readme.md`)],
    ['src/entry.ts', page.get('src/entry.ts')],
    ['src/write.ts', page.get('src/write.ts')],
  ])
  if (kind === 'format') {
    files.set('src/index.ts', page.get('src/index.ts'))
    files.set('src/read.ts', page.get('src/read.ts'))
    for (const [path, text] of page) if (/^(?:fixtures|test)\//.test(path)) files.set(path, text)
  } else {
    files.set('src/index.ts', withoutReader(page.get('src/index.ts')))
    files.set('test/read.ts', page.get('src/read.ts').replace("'./entry.ts'", "'../src/entry.ts'"))
    files.set('test/acme.test.ts', template('target-test.ts'))
    files.set('test/read-back.ts', template('target-read-back.ts'))
  }
  return files
}

/** Where such a package lies. */
export function firstPartyFolder(kind, id) {
  const folder = `packages/${kind}s/${id}`
  if (existsSync(folder)) throw new Error(`${folder} is there already.`)
  return folder
}

function template(name) {
  return readFileSync(`scripts/templates/${name}`, 'utf8')
}

function manifest(kind, id) {
  const { dependencies, devDependencies, publishConfig, ...like } = JSON.parse(
    readFileSync(`${neighbours[kind]}/package.json`, 'utf8'),
  )
  const own = ([name]) => name.startsWith('@labelport/')
  return `${JSON.stringify(
    {
      ...like,
      name: `@labelport/${kind}-${id}`,
      version: '0.0.0',
      description:
        kind === 'format' ? 'Reads and writes Acme lines.' : 'Writes Acme lines for training.',
      repository: { ...like.repository, directory: `packages/${kind}s/${id}` },
      dependencies: Object.fromEntries(Object.entries(dependencies).filter(own)),
      devDependencies: Object.fromEntries(Object.entries(devDependencies).filter(own)),
      publishConfig,
    },
    null,
    2,
  )}\n`
}

/** The declaration of a target: what it writes can be read in tests only. */
function withoutReader(text) {
  const shorter = text
    .replace("import { read } from './read.ts'\n", '')
    .replace(/^ {2}reader: \{\n[\s\S]*?^ {2}\},\n/m, '')
  if (/\bread/.test(shorter.replace(/\/\/.*/g, '')))
    throw new Error('The page has another reader than expected.')
  return shorter
}
