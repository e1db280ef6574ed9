import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeOnly, withoutComments } from './source-text.ts'
import { filesBelow, type Package, packages, read } from './workspace.ts'

/** Imports go down, never up and never sideways. */
const layers: Readonly<Record<string, number>> = {
  model: 0,
  format: 1,
  'format-testing': 2,
  'sync-queue': 2,
  catalog: 3,
  dataset: 3,
  archive: 3,
  node: 3,
  client: 3,
  emulator: 3,
  'sync-queue-bullmq': 3,
}

function layerOf({ kind, id }: Package): number {
  if (kind === 'format' || kind === 'target') return 2
  return kind === 'app' ? 4 : (layers[id] ?? -1)
}

/** Where Node may be named, and where one may print. */
const onNode = new Set(['packages/node', 'packages/emulator', 'apps/cli'])
const printing = new Set(['apps/cli', 'apps/demo'])

const byName = new Map(packages.map((one) => [one.manifest.name, one]))

function codeBelow(folder: string): readonly string[] {
  return filesBelow(folder).filter((path) => /\.(ts|tsx|mts)$/.test(path))
}

/** Everything a file imports, also types and at run time. */
function importsOf(path: string): readonly string[] {
  const text = withoutComments(read(path))
  const pattern = /\b(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '')
}

/** Places in sources where a pattern occurs. */
function findings(paths: readonly string[], pattern: RegExp): readonly string[] {
  return paths.flatMap((path) =>
    codeOnly(read(path))
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
      ),
  )
}

describe.each(packages)('$folder', (one) => {
  const { folder, kind, manifest } = one
  const sources = codeBelow(`${folder}/src`)
  const all = [...sources, ...codeBelow(`${folder}/test`)]

  it('imports lower layers only', () => {
    expect(layerOf(one), 'the layer of a new package is set here').toBeGreaterThanOrEqual(0)
    for (const path of sources) {
      for (const name of importsOf(path)) {
        const other = byName.get(packageOf(name))
        if (other === undefined || other === one) continue
        expect(layerOf(other), `${path} imports ${name}`).toBeLessThan(layerOf(one))
      }
    }
  })

  it('declares lower layers only', () => {
    const { dependencies = {}, peerDependencies = {} } = manifest
    for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
      const other = byName.get(name)
      if (other !== undefined) expect(layerOf(other), name).toBeLessThan(layerOf(one))
    }
  })

  it('declares what its sources import', () => {
    const { dependencies = {}, peerDependencies = {} } = manifest
    const declared = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)])
    const dev = new Set(Object.keys(manifest.devDependencies ?? {}))
    for (const path of sources) {
      for (const name of importsOf(path)) {
        if (name.startsWith('.') || name.startsWith('node:')) continue
        const known = declared.has(packageOf(name)) || dev.has(packageOf(name))
        expect(known, `${path} imports ${name}`).toBe(true)
      }
    }
  })

  if (kind === 'format' || kind === 'target')
    it('depends on the contract, the model and libraries of its field', () => {
      const own = Object.keys(manifest.dependencies ?? {}).filter((name) => byName.has(name))
      expect(own.sort()).toEqual(['@labelport/format', '@labelport/model'])
    })

  it('imports neighbouring files with their ending, inside its own folder', () => {
    for (const path of all) {
      for (const name of importsOf(path).filter((one) => one.startsWith('.'))) {
        const target = relative('.', join(dirname(path), name)).replaceAll('\\', '/')
        expect(target.startsWith(`${folder}/`), `${path} imports ${name}`).toBe(true)
        expect(name, path).toMatch(/\.(ts|tsx|css|json|js|mjs)$|\?/)
      }
    }
  })

  if (!onNode.has(folder))
    it('does not name Node', () => {
      const named = sources.filter((path) => importsOf(path).some((name) => /^node:/.test(name)))
      expect(named).toEqual([])
      const globals =
        /(?<![.\w'"`-])(process|Buffer|__dirname|__filename|setImmediate)\b(?!['"`:-])/
      expect(findings(sources, new RegExp(`${globals.source}[.([]`))).toEqual([])
    })

  if (kind !== 'app')
    it('reads neither clock nor chance', () => {
      // What talks to a network takes its surroundings as arguments; the real ones are made in one file.
      const checked = sources.filter((path) => !/\/(clock|start|surroundings)\.ts$/.test(path))
      expect(findings(checked, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/)).toEqual([])
    })

  if (!printing.has(folder))
    it('does not print', () => {
      expect(findings(sources, /\bconsole\./)).toEqual([])
    })

  it('has neither any, nor !, nor a suppression without a reason', () => {
    expect(findings(all, /(?::|<|\bas|\|)\s*any\b(?=[\s;,)>[\]|]|$)/)).toEqual([])
    expect(findings(all, /[\w\])]!(?=[.;,)\]}[]|$)/)).toEqual([])
    const comments = all.flatMap((path) =>
      read(path)
        .split('\n')
        .filter((line) =>
          /@ts-(ignore|nocheck)|@ts-expect-error\s*$|biome-ignore [^:]*:?\s*$/.test(line),
        )
        .map((line) => `${path} ${line.trim()}`),
    )
    expect(comments).toEqual([])
  })

  it('has no file above 250 lines', () => {
    const long = all.filter((path) => read(path).split('\n').length > 251)
    expect(long).toEqual([])
  })
})

/** `a` of `a/b`, `@a/b` of `@a/b/c`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

describe('the repository', () => {
  const texts = ['packages', 'apps', 'docs', 'test', 'scripts', 'bench', '.changeset', '.ci']
    .flatMap(filesBelow)
    .concat(['README.md', 'package.json', 'vitest.config.ts', 'turbo.json'])
    .filter((path) => /\.(ts|tsx|mjs|js|md|json|yml|yaml|html|css|py|graphql)$/.test(path))

  it('names no machine', () => {
    const machine = /(?<![\w.])\/(?:work|home|root|Users|tmp)\/[\w.-]|\b[A-Z]:\\\\Users/
    const found = texts.filter((path) => machine.test(read(path)))
    expect(found.filter((path) => path !== 'test/boundaries.test.ts')).toEqual([])
  })

  it('speaks of itself alone', () => {
    const found = texts.filter((path) => /\bTODO\b|\bFIXME\b|\bXXX\b/.test(read(path)))
    expect(found.filter((path) => path !== 'test/boundaries.test.ts')).toEqual([])
  })

  it('ends every text with one line feed', () => {
    const ended = (path: string) => /[^\n]\n$/.test(read(path)) || read(path) === ''
    const authored = texts.filter((path) => !/\/(fixtures|golden)\//.test(path))
    expect(authored.filter((path) => !ended(path))).toEqual([])
  })
})
