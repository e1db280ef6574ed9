import { mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { publicPackages } from '../packages.mjs'
import { capture, pnpm } from '../process.mjs'

/** Packs every public package; resolves to the tarballs. Throws with what was printed when one cannot be packed. */
export async function packAll(folder) {
  mkdirSync(folder, { recursive: true })
  for (const one of publicPackages()) {
    const [command, args] = pnpm('pack', '--pack-destination', folder)
    const { code, output } = await capture(command, args, { cwd: resolve(one.folder) })
    if (code !== 0) throw new Error(output)
  }
  return readdirSync(folder).map((name) => join(folder, name))
}
