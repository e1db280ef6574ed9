import { safeName } from '@labelport/format'

/** The splits that Ultralytics knows; it does not train without the first two. */
export const knownFolders = ['train', 'val', 'test'] as const

/** The folder of a split: `val` for every usual name of a validation split, as trainers look for nothing else. */
export function splitFolder(split: string): string {
  return /^(val|valid|validation|dev|eval)$/i.test(split) ? 'val' : safeName(split)
}

/** The folder of each split. Of several validation splits only one can be `val`; the others keep their names. */
export function splitFolders(splits: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(splits.map(safeName))
  const folders = new Map<string, string>()
  for (const split of splits) {
    const folder = splitFolder(split)
    const own = safeName(split)
    folders.set(split, folder === own || taken.has(folder) ? own : folder)
    taken.add(folder)
  }
  return folders
}
