import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** What the tests look at in a manifest. */
export interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly license?: string
  readonly type?: string
  readonly description?: string
  readonly engines?: Readonly<Record<string, string>>
  readonly files?: readonly string[]
  readonly exports?: unknown
  readonly publishConfig?: unknown
  readonly repository?: { readonly type: string; readonly url: string; readonly directory: string }
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** What a package is, and with that where it stands. */
export type Kind = 'package' | 'format' | 'target' | 'app'

/** A package of the workspace. */
export interface Package {
  /** Relative to the repository, with forward slashes. */
  readonly folder: string
  readonly id: string
  readonly kind: Kind
  readonly manifest: Manifest
}

const parents = {
  packages: 'package',
  'packages/formats': 'format',
  'packages/targets': 'target',
  apps: 'app',
} as const satisfies Record<string, Kind>

/** All packages, by folder. */
export const packages: readonly Package[] = Object.entries(parents).flatMap(([parent, kind]) =>
  readdirSync(join(root, parent))
    .sort()
    .map((name) => `${parent}/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({
      folder,
      id: basename(folder),
      kind,
      manifest: JSON.parse(read(`${folder}/package.json`)) as Manifest,
    })),
)

/** `tsv-iob` as a name in code: `tsvIob`. */
export function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** The text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Whether a path of the repository exists. */
export function exists(path: string): boolean {
  return existsSync(join(root, path))
}

const leftOut = new Set([
  'node_modules',
  'dist',
  'generated',
  '.git',
  '.turbo',
  '.artifacts',
  'out',
])

/** Every file below a folder of the repository, without what is built or generated. */
export function filesBelow(folder: string): readonly string[] {
  if (!exists(folder)) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return leftOut.has(entry.name) ? [] : filesBelow(path)
    return [path]
  })
}
