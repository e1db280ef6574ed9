import { describe, expect, it } from 'vitest'
import { exists, filesBelow, type Package, packages, read } from './workspace.ts'

const scopes = { package: '', format: 'format-', target: 'target-' } as const

function nameOf({ kind, id }: Package): string {
  if (kind === 'app') return id === 'cli' ? 'labelport' : `@labelport/${id}`
  return `@labelport/${scopes[kind]}${id}`
}

const common = ['What it is', 'When to use it', 'Example']
const headings = {
  package: common,
  app: common,
  format: [...common, 'What it keeps', 'Options', 'Diagnostics', 'Evidence'],
  target: [...common, 'What it keeps', 'Options', 'Diagnostics', 'Loading it'],
} as const

const published = packages.filter(({ manifest }) => manifest.private !== true)

describe.each(packages)('$folder', (one) => {
  const { folder, kind, manifest } = one

  it('is named after its folder, under one licence and engine', () => {
    expect(manifest).toMatchObject({
      name: nameOf(one),
      license: 'MIT',
      type: 'module',
      engines: { node: '>=20.20' },
      repository: { type: 'git', directory: folder },
    })
    expect(manifest.description).toMatch(/^[A-Z].*\.$/)
    expect(manifest.scripts?.build).toBeDefined()
  })

  it('extends the one compiler configuration', () => {
    const up = folder
      .split('/')
      .map(() => '..')
      .join('/')
    const config = read(`${folder}/tsconfig.json`)
    expect(config).toContain(`"extends": "${up}/tsconfig.`)
    if (kind !== 'app') expect(config.trim().split('\n')).toHaveLength(1)
  })

  it('has a README with the fixed headings, in 30 to 150 lines', () => {
    const text = read(`${folder}/README.md`)
    const found = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1])
    expect(found.filter((heading) => headings[kind].some((one) => one === heading))).toEqual(
      headings[kind],
    )
    expect(text).toMatch(/^# /)
    const lines = text.split('\n').length
    expect(lines).toBeGreaterThanOrEqual(30)
    expect(lines).toBeLessThanOrEqual(150)
  })

  it('has tests', () => {
    const tests = filesBelow(folder).filter((path) => path.endsWith('.test.ts'))
    expect(tests.length).toBeGreaterThan(0)
  })
})

describe.each(published)('$folder on npm', ({ folder, manifest, kind }) => {
  it('exports its sources to the workspace and its build to everyone else', () => {
    expect(manifest.exports).toEqual({
      '.': {
        '@labelport/source': './src/index.ts',
        types: './dist/index.d.ts',
        default: './dist/index.js',
      },
      './package.json': './package.json',
    })
    expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'src']))
    expect(manifest.publishConfig).toEqual({ access: 'public' })
    expect(exists(`${folder}/src/index.ts`)).toBe(true)
  })

  it('depends on exact versions, and on its neighbours through the workspace', () => {
    const versions = { ...manifest.dependencies, ...manifest.devDependencies }
    for (const [name, version] of Object.entries(versions)) {
      expect(version, name).toMatch(
        name.startsWith('@labelport/') ? /^workspace:\^$/ : /^\d+\.\d+\.\d+$/,
      )
    }
  })

  it('lists its exports by hand', () => {
    expect(read(`${folder}/src/index.ts`)).not.toMatch(/export \*|export default/)
  })

  if (kind === 'format' || kind === 'target')
    it('runs the conformance kit', () => {
      const tests = filesBelow(`${folder}/test`).filter((path) => path.endsWith('.ts'))
      expect(tests.some((path) => /\btestFormat\(/.test(read(path)))).toBe(true)
      expect(manifest.devDependencies).toHaveProperty('@labelport/format-testing')
    })
})

describe('changesets', () => {
  it('release the command line with the packages it is bundled from', () => {
    const bundled = Object.keys(
      JSON.parse(read('apps/cli/package.json')).devDependencies as Record<string, string>,
    ).filter((name) => name.startsWith('@labelport/'))
    const texts = filesBelow('.changeset')
      .filter((path) => path.endsWith('.md'))
      .map(read)
    const named = (name: string) => texts.some((text) => text.includes(`"${name}":`))
    if (bundled.some(named)) expect(named('labelport')).toBe(true)
  })

  it('publish every public package, from main', () => {
    expect(JSON.parse(read('.changeset/config.json'))).toMatchObject({
      access: 'public',
      baseBranch: 'main',
      ignore: [],
    })
  })

  it('name packages that exist and say something to users', () => {
    const names = new Set(published.map(({ manifest }) => manifest.name))
    for (const path of filesBelow('.changeset').filter((one) => one.endsWith('.md'))) {
      const match = /^---\n((?:"[^"]+": (?:major|minor|patch)\n)+)---\n\n\S.*\n/.exec(read(path))
      expect(match, path).not.toBeNull()
      const named = [...(match?.[1] ?? '').matchAll(/^"([^"]+)"/gm)].map((one) => one[1] ?? '')
      expect(
        named.filter((name) => !names.has(name)),
        path,
      ).toEqual([])
    }
  })
})
