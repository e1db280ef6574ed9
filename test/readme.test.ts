import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { formats, targets } from '@labelport/catalog'
import { describe, expect, it } from 'vitest'
import { exists, filesBelow, packages, read, root } from './workspace.ts'

const pages = [
  'README.md',
  ...filesBelow('docs').filter((path) => path.endsWith('.md')),
  ...packages.map(({ folder }) => `${folder}/README.md`).filter(exists),
]

const byName = new Map(packages.map((one) => [one.manifest.name, one]))

/** The code blocks of a page in one language. */
function blocks(page: string, languages: readonly string[]): readonly string[] {
  return [...read(page).matchAll(/^```([\w-]*)[^\n]*\n([\s\S]*?)^```$/gm)]
    .filter((match) => languages.includes(match[1] ?? ''))
    .map((match) => match[2] ?? '')
}

/** Names a page imports from our packages, as [package, name]. */
function importsIn(page: string): readonly (readonly [string, string])[] {
  const pattern = /import (type )?\{([^}]*)\} from '(@labelport\/[^']+|labelport)'/g
  return blocks(page, ['ts', 'js', 'tsx']).flatMap((block) =>
    [...block.matchAll(pattern)]
      .filter((match) => match[1] === undefined)
      .flatMap((match) =>
        (match[2] ?? '')
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !name.startsWith('type '))
          .map((name) => [match[3] ?? '', name.split(' as ')[0] ?? ''] as const),
      ),
  )
}

describe.each(pages)('%s', (page) => {
  it('imports what exists', async () => {
    for (const [name, exported] of importsIn(page)) {
      const folder = byName.get(name)?.folder
      expect(folder, `${page} imports from ${name}`).toBeDefined()
      if (folder === undefined) continue
      const url = pathToFileURL(join(root, folder, 'src/index.ts')).href
      const module: Record<string, unknown> = await import(/* @vite-ignore */ url)
      expect(Object.keys(module), `${page} imports it from ${name}`).toContain(exported)
    }
  })

  it('links to what exists', () => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)]
    const targets = links.map((match) => join(page, '..', match[1] ?? '').replaceAll('\\', '/'))
    expect(targets.filter((path) => !exists(path))).toEqual([])
  })

  it('names commands and formats that exist', () => {
    const help = read('apps/cli/src/commands.ts')
    const ids = new Set([...formats, ...targets].map(({ id }) => id))
    for (const block of blocks(page, ['sh', 'bash', 'console'])) {
      for (const line of block.split('\n')) {
        const [, command] = /(?:^|\s)(?:npx )?labelport ([a-z]+)/.exec(line) ?? []
        if (command !== undefined) expect(help, line).toContain(command)
        const [, to] = /--to[ =]([\w,-]+)/.exec(line) ?? []
        for (const id of to?.split(',') ?? []) expect([...ids], line).toContain(id)
        const [, script] = /pnpm(?:@[\d.]+)? (?:run )?([a-z][a-z-]*)(?:\s|$)/.exec(line) ?? []
        if (script === undefined || /^(install|exec|add|i)$/.test(script)) continue
        expect(Object.keys(scripts), line).toContain(script)
      }
    }
  })
})

const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts

it('lists every package in the README', () => {
  const text = read('README.md')
  const missing = packages.filter(({ folder }) => !text.includes(`](${folder})`))
  expect(missing.map(({ folder }) => folder)).toEqual([])
})
