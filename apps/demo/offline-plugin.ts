import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Writes the service worker with the names of all files of the build, and a version made of their contents. */
export const offline: Plugin = {
  name: 'offline',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const hash = createHash('sha256')
      const names: string[] = []
      const add = (name: string, content: string | Uint8Array): void => {
        names.push(`./${name}`)
        hash.update(name).update(content)
      }
      for (const file of Object.values(bundle)) {
        if (file.fileName.endsWith('.map')) continue
        add(file.fileName, file.type === 'chunk' ? file.code : file.source)
      }
      const kept = join(import.meta.dirname, 'public')
      for (const name of readdirSync(kept).sort()) add(name, readFileSync(join(kept, name)))
      const path = join(import.meta.dirname, 'src/offline/service-worker.js')
      const source = readFileSync(path, 'utf8')
        .replace('__VERSION__', `labelport ${hash.digest('hex').slice(0, 16)}`)
        .replace('__FILES__', JSON.stringify(names.sort()))
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  },
}
