import { readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** The paths of all files of a folder, relative to it; fails when there is none. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)))
  if (paths.length === 0) throw new Error(`Nothing was written to ${folder}.`)
  return paths
}
