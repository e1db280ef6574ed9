import { check } from './python.ts'

/** A split as the `datasets` library shows it. */
export interface LoadedSplit {
  /** Types in plain JSON: a name, a list of one type, `classes` or `fields`. */
  readonly features: Readonly<Record<string, unknown>>
  readonly streamedFeatures: Readonly<Record<string, unknown>>
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly streamed: readonly Readonly<Record<string, unknown>>[]
  /** The text and label of every span at any depth, cut out by Python and equal to its quote. */
  readonly slices: readonly (readonly [string, string])[]
  /** Whether `load.py` ran, checked the rows, and gives the same ones. */
  readonly sameByScript: boolean
}

/** All splits of a folder. */
export type LoadedFolder = Readonly<Record<string, LoadedSplit>>

/** Loads folders without any option; one entry for each, by split. */
export async function loadFolders(folders: readonly string[]): Promise<readonly LoadedFolder[]> {
  // The script prints this shape; a mistake in it fails the first comparison.
  return (await check('load_folders.py', ...folders)) as readonly LoadedFolder[]
}
