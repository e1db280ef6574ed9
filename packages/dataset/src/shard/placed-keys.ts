import type { Report } from '@labelport/format'
import { leakDiagnostic, leakExamples, leakRemedies, type SplitLeak } from '../split/leaks.ts'
import type { OpenSplits } from '../split/open-splits.ts'
import type { SplitLock } from '../split/split-lock.ts'

/** Where the files and texts of a shard were put, by fingerprint, as plain JSON. */
export interface PlacedKeys {
  /** The split each was put into first. */
  readonly files: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
  /** Those that lie in several splits within the shard. Absent when there are none. */
  readonly apart?: {
    readonly files: Readonly<Record<string, SplitLeak>>
    readonly texts: Readonly<Record<string, SplitLeak>>
  }
}

/** What splits know beyond the lock they began with. */
export function placedSince(
  before: SplitLock | undefined,
  splits: Pick<OpenSplits, 'lock' | 'leaks' | 'apart'>,
): PlacedKeys {
  const { files, texts } = splits.lock()
  const added = (old: ReadonlyMap<string, string> | undefined, all: ReadonlyMap<string, string>) =>
    Object.fromEntries([...all].filter(([key]) => old?.has(key) !== true))
  return {
    files: added(before?.files, files),
    texts: added(before?.texts, texts),
    ...(splits.leaks().length > 0 && {
      apart: { files: splits.apart('file'), texts: splits.apart('text') },
    }),
  }
}

/**
 * The lock with what was placed shard by shard. Shards do not know of each other, so one text or file may have come
 * into several splits, within a shard or by several: the first stands, and the leak is told once, as one run over all
 * would, and reported as `engine/split-leak`. Only a shard that holds both sides names documents.
 */
export function addPlaced(
  lock: SplitLock,
  placed: readonly PlacedKeys[],
  report: Report,
): { readonly lock: SplitLock; readonly leaks: readonly SplitLeak[] } {
  const files = new Map(lock.files)
  const texts = new Map(lock.texts)
  const leaks: SplitLeak[] = []
  for (const [what, known] of [
    ['files', files],
    ['texts', texts],
  ] as const) {
    for (const [key, leak] of leaksOf(what, known, placed)) {
      const remedy = lock[what].has(key) ? leakRemedies.locked : leakRemedies.free
      report(leakDiagnostic(leak, leak.documents.at(-1), remedy))
      leaks.push(leak)
    }
  }
  return { lock: { ...lock, files, texts }, leaks }
}

/** What lies in several splits, by key. Adds to `known` what has its first split now. */
function leaksOf(
  what: 'files' | 'texts',
  known: Map<string, string>,
  placed: readonly PlacedKeys[],
): ReadonlyMap<string, SplitLeak> {
  const leaks = new Map<string, SplitLeak>()
  const add = (key: string, { splits, documents }: Pick<SplitLeak, 'splits' | 'documents'>) => {
    const before = leaks.get(key)
    const first = before?.splits ?? [known.get(key) ?? []].flat()
    leaks.set(key, {
      type: what === 'files' ? 'file' : 'text',
      splits: [...new Set([...first, ...splits])],
      documents: [...(before?.documents ?? []), ...documents].slice(0, leakExamples),
    })
  }
  for (const one of placed) {
    for (const [key, split] of Object.entries(one[what])) {
      const first = known.get(key)
      if (first === undefined) known.set(key, split)
      else if (first !== split) add(key, { splits: [split], documents: [] })
    }
    for (const [key, leak] of Object.entries(one.apart?.[what] ?? {})) add(key, leak)
  }
  return leaks
}
