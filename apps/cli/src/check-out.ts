import { isAbsolute, relative, resolve, sep } from 'node:path'
import { UsageError } from './exit.ts'

/**
 * Throws UsageError when replacing a folder would take away what is read, or the ground under one's feet:
 * the folder one is in, or one above it.
 */
export function checkOut(out: string, cwd: string, inputs: readonly string[]): void {
  const target = resolve(cwd, out)
  if (contains(target, cwd)) {
    throw new UsageError(
      `--overwrite would replace "${out}", the folder you are in or one above it.`,
    )
  }
  for (const input of inputs) {
    if (contains(target, resolve(cwd, input))) {
      throw new UsageError(`--overwrite would replace "${out}", which holds the input "${input}".`)
    }
  }
}

/** Whether a path is the folder itself or lies in it. */
function contains(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}
