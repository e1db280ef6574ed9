import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { writing } from './errors.ts'
import { temporaryPath } from './temporary.ts'

/**
 * Writes a file beside its place and renames it: readers see the old content or the new, never a part.
 * An existing file is replaced. Throws FormatError `node/cannot-write`.
 */
export function writeFileAtomic(path: string, content: string | Uint8Array): void {
  const target = resolve(path)
  const draft = temporaryPath(target)
  try {
    writing(path, () => {
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(draft, content, { flag: 'wx' })
      renameSync(draft, target)
    })
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
