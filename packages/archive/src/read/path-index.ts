import type { Sequence, Source } from '@labelport/format'
import { hashOf } from '../hash.ts'

/** Finds a file by its path; of several that share it the last. */
export type FindPath = (path: string) => Source | undefined

/** Makes an index of files: twelve bytes for each, where a map of paths takes two hundred. */
export function pathIndex(files: Sequence<Source>): FindPath {
  let size = 1
  while (size < files.length) size *= 2
  // Places count from 1, so that 0 is the end of a chain.
  const heads = new Uint32Array(size)
  const next = new Uint32Array(files.length + 1)
  let place = 0
  for (const { path } of files) {
    place += 1
    const slot = hashOf(path) & (size - 1)
    next[place] = heads[slot] ?? 0
    heads[slot] = place
  }
  return (path) => {
    for (let at = heads[hashOf(path) & (size - 1)] ?? 0; at !== 0; at = next[at] ?? 0) {
      const file = files.at(at - 1)
      if (file?.path === path) return file
    }
    return undefined
  }
}
