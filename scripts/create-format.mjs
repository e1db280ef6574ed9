// Makes a format or a target that works, for you to replace: pnpm create-format <id> [--target] [--out <folder>]
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { enter } from './create-format/enter.mjs'
import { firstPartyFiles, firstPartyFolder } from './create-format/first-party.mjs'
import { filesOfPage } from './create-format/page.mjs'
import { namesOf, renamedFiles } from './create-format/rename.mjs'

const usage = `pnpm create-format <id>                  a format in packages/formats
pnpm create-format <id> --target         a target in packages/targets
pnpm create-format <id> --out <folder>   a package of your own, anywhere`

function understood() {
  const options = { target: { type: 'boolean', default: false }, out: { type: 'string' } }
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [id, ...more] = positionals
  if (id === undefined || more.length > 0) throw new Error(usage)
  if (values.target && values.out !== undefined) throw new Error('--out makes formats only.')
  return { names: namesOf(id), kind: values.target ? 'target' : 'format', out: values.out }
}

function write(folder, files) {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty.`)
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  console.log(`Wrote ${files.size} files to ${folder}.`)
}

function create({ names, kind, out }) {
  if (out !== undefined) {
    write(out, renamedFiles(filesOfPage(), names))
    return 'npm install, npx vitest run --update (once, for the golden files), npm run build'
  }
  const folder = firstPartyFolder(kind, names.id)
  const files = renamedFiles(firstPartyFiles(kind, names.id), names)
  enter(kind, names)
  write(folder, files)
  return `pnpm install, npx vitest run ${folder} --update, node scripts/formats-doc.mjs, node scripts/diagnostics-catalogue.mjs`
}

try {
  console.log(`Next: ${create(understood())}.`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 2
}
