import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { filesOfPage } from '../create-format/page.mjs'
import { namesOf, renamedFiles } from '../create-format/rename.mjs'

/**
 * A format by somebody else, outside the repository: the page's files under another name, compiled against the
 * packed types, tested by the packed kit and used by the installed command line.
 */
export async function checkThirdParty({ project, bin, step }) {
  const folder = join(project, 'labelport-format-heron')
  writePackage(folder)
  // What `npm install` would bring; the project around it has it all.
  const tool = (name) => resolve('node_modules', name)
  const config = join(folder, 'tsconfig.json')
  if (
    !(await step('tsc of a format by somebody else', [tool('typescript/bin/tsc'), '-p', config]))
  ) {
    return
  }
  const vitest = join(project, 'node_modules/vitest/vitest.mjs')
  await step('its kit tests', [vitest, 'run', '--root', folder, '--update'], {
    accept: (text) => /Tests .*16 passed/.test(text),
  })
  // As an installed package it is found by its name.
  symlinkSync(folder, join(project, 'node_modules/labelport-format-heron'), 'junction')
  const fixture = join(folder, 'fixtures/ferry.heron')
  for (const [name, plugin] of [
    ['path', join(folder, 'dist/index.js')],
    ['name', 'labelport-format-heron'],
  ]) {
    const out = join(project, `heron-by-${name}`)
    const words = ['convert', fixture, '--plugin', plugin, '--to', 'native', '--out', out]
    await step(`labelport convert with a plugin by ${name}`, [bin, ...words], {
      accept: () => readFileSync(join(out, 'documents.labelport.jsonl'), 'utf8').includes('Zoë'),
    })
  }
  const back = join(project, 'heron-again')
  const source = join(project, 'heron-by-path/documents.labelport.jsonl')
  const words = ['convert', source, '--plugin', folder, '--to', 'heron', '--out', back, '--no-loss']
  await step('labelport convert to a plugin', [bin, ...words], {
    accept: () => readFileSync(join(back, 'ferry.heron'), 'utf8') === readFileSync(fixture, 'utf8'),
  })
}

function writePackage(folder) {
  for (const [path, text] of renamedFiles(filesOfPage(), namesOf('heron'))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
