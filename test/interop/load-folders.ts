import { check } from './python.ts'

/** A split as the `datasets` library shows it. */
export interface LoadedSplit {
  /** Types in plain JSON: a name, a list of one type, `classes` or `fields`. */
  readonly features: Readonly<Record<string, unknown>>
  readonly streamedFeatures: Readonly<Record<string, unknown>>
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly streamed: readonly Readonly<Record<string, unknown>>[]
  /** The text and label of every span, cut out by Python. Only where rows have spans. */
  readonly slices?: readonly (readonly [string, string])[]
}

/** Loads folders without any option; one entry for each, by split. */
export async function loadFolders(
  folders: readonly string[],
): Promise<readonly Readonly<Record<string, LoadedSplit>>[]> {
  // The script prints this shape; a mistake in it fails the first comparison.
  return (await check('load_folders.py', ...folders)) as readonly Record<string, LoadedSplit>[]
}
