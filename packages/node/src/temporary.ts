import { randomUUID } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A path nobody uses, in the same folder, so that renaming it to the target is one step. */
export function temporaryPath(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomUUID()}.partial`)
}

/** Whether anything lies at a path, a broken link included. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
