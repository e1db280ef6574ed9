import { constants, copyFileSync, linkSync, statSync } from 'node:fs'

/** Puts a file that is there already under another name as well; copies it where the system cannot link. */
export function takeFile(from: string, to: string): number {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to, constants.COPYFILE_EXCL)
  }
  return statSync(to).size
}
