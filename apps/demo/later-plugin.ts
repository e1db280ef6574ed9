import type { Plugin } from 'vite'

/** Tells the worker the names of the files its formats load on demand. */
export const later: Plugin = {
  name: 'later',
  apply: 'build',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const names = chunks.filter(({ isEntry }) => !isEntry).map(({ fileName }) => fileName)
    for (const chunk of chunks) {
      const beside = names.map((name) => name.slice(name.lastIndexOf('/') + 1))
      chunk.code = chunk.code.replace('__LATER__', beside.sort().join(' '))
    }
  },
}

/** What a file is called that is loaded on demand: a package of the workspace by its folder, everything else by its module. */
export function laterName({ name, facadeModuleId }: LaterChunk): string {
  const [, kind, id] =
    /\/packages\/(format|target)s\/([^/]+)\/src\/index\.ts$/.exec(facadeModuleId ?? '') ?? []
  return `assets/later-${id === undefined ? name : `${kind}-${id}`}-[hash].js`
}

/** What the bundler knows of a chunk. */
interface LaterChunk {
  readonly name: string
  readonly facadeModuleId?: string | null
}
