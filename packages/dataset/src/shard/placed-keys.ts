import type { Report } from '@labelport/format'
import type { SplitLeak } from '../split/leaks.ts'
import type { SplitLock } from '../split/split-lock.ts'

/** The split of files and texts by fingerprint, as plain JSON. */
export interface PlacedKeys {
  readonly files: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
}

/** What a lock knows beyond an earlier one. */
export function placedSince(
  before: SplitLock | undefined,
  { files, texts }: SplitLock,
): PlacedKeys {
  const added = (old: ReadonlyMap<string, string> | undefined, all: ReadonlyMap<string, string>) =>
    Object.fromEntries([...all].filter(([key]) => old?.has(key) !== true))
  return { files: added(before?.files, files), texts: added(before?.texts, texts) }
}

/**
 * The lock with what was placed shard by shard. Shards do not know of each other, so one text or file may have come
 * into two splits: the first stands, the leak is told and reported as `engine/split-leak`.
 */
export function addPlaced(
  lock: SplitLock,
  placed: readonly PlacedKeys[],
  report: Report,
): { readonly lock: SplitLock; readonly leaks: readonly SplitLeak[] } {
  const files = new Map(lock.files)
  const texts = new Map(lock.texts)
  const leaks: SplitLeak[] = []
  const add = (
    what: 'file' | 'text',
    known: Map<string, string>,
    more: Readonly<Record<string, string>>,
  ): void => {
    for (const [key, split] of Object.entries(more)) {
      const found = known.get(key)
      if (found === undefined) known.set(key, split)
      if (found === undefined || found === split) continue
      leaks.push({ type: what, splits: [found, split], documents: [] })
      const message = `A ${what} lies in the splits ${found} and ${split}: two shards placed it apart. Split by file or keep a split lock.`
      report({ severity: 'warning', code: 'engine/split-leak', message })
    }
  }
  for (const one of placed) {
    add('file', files, one.files)
    add('text', texts, one.texts)
  }
  return { lock: { ...lock, files, texts }, leaks }
}
