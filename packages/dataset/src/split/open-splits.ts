import type { Report, Splits } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { knownSplit } from './known-split.ts'
import { leakedDocument, leakRemedies, openLeakWatch, type SplitLeak } from './leaks.ts'
import { openRatios } from './open-ratios.ts'
import { splitKeys } from './split-keys.ts'
import type { SplitLock } from './split-lock.ts'
import { type SplitRule, splitOfKeys } from './split-of.ts'
import type { SplitPlacement } from './survey.ts'

/** Splits that are under way. */
export interface OpenSplits extends Splits {
  /** How documents were divided, in a sentence. */
  readonly note: string
  /** How many documents each split has so far; segments of a file count once. */
  counts(): ReadonlyMap<string, number>
  /** What lies in several splits so far. */
  leaks(): readonly SplitLeak[]
  /** What of it was not told by a survey before, by the fingerprints of texts, or of files. */
  apart(type: 'text' | 'file'): Readonly<Record<string, SplitLeak>>
  /** Where everything is now. */
  lock(): SplitLock
}

/** What splits start from. */
export interface SplitsContext {
  readonly report: Report
  /** Where documents were put before. */
  readonly lock?: SplitLock
  /** Where a survey of all documents puts them; it knows the lock. */
  readonly placement?: SplitPlacement
}

/**
 * Divides documents. With a lock, what it knows stays where it is, and what shares a text or a file with something
 * known joins it; all else goes by `splitOf`. Texts and files that come to lie in two splits are reported as
 * `engine/split-leak`. Throws FormatError `engine/bad-split` when the lock names a split that there is not.
 */
export function openSplits(
  rule: SplitRule,
  { lock: given, placement, report }: SplitsContext,
): OpenSplits {
  const lock = placement?.lock ?? given
  const names = [...rule.ratios.keys()]
  const open = openRatios(rule, lock)
  const files = new Map(lock?.files)
  const texts = new Map(lock?.texts)
  const counts = new Map(names.map((name) => [name, 0]))
  const watch = openLeakWatch(report, lock === undefined ? leakRemedies.free : leakRemedies.locked)
  // Writers may ask several times for one document.
  const asked = new WeakMap<LabeledDocument, string>()
  const seen = new Set<string>()
  return {
    names,
    note: describe(rule, lock, placement),
    of(document) {
      const before = asked.get(document)
      if (before !== undefined) return before
      const keys = splitKeys(document)
      const known = lock === undefined ? undefined : knownSplit(keys, { files, texts }, rule.group)
      const split = known ?? splitOfKeys(keys, open)
      asked.set(document, split)
      const shown = leakedDocument(document, split)
      watch.see('file', keys.file, shown, files.get(keys.file))
      if (!files.has(keys.file)) files.set(keys.file, split)
      if (keys.text !== undefined) {
        watch.see('text', keys.text, shown, texts.get(keys.text))
        if (!texts.has(keys.text)) texts.set(keys.text, split)
      }
      const { id, project, cabinet } = document
      const one = JSON.stringify([project?.id, cabinet?.folder, id, document.part])
      if (!seen.has(one)) counts.set(split, (counts.get(split) ?? 0) + 1)
      seen.add(one)
      return split
    },
    counts: () => counts,
    apart: watch.apart,
    leaks: () => [...(placement?.leaks ?? []), ...watch.leaks()],
    lock: () => ({
      version: 1,
      frozen: lock?.frozen ?? [],
      files,
      texts,
      signatures: lock?.signatures ?? new Map(),
    }),
  }
}

function describe(
  { ratios, seed = 0, group = 'text' }: SplitRule,
  lock: SplitLock | undefined,
  placement: SplitPlacement | undefined,
): string {
  const sizes = [...ratios].map(([name, size]) => `${name} ${size}`).join(', ')
  const by = group === 'text' ? 'equal in text' : 'copies or parts of one file'
  const kept = lock === undefined ? '' : ' A split lock keeps documents where they were put first.'
  const more = placement === undefined ? '' : placement.notes.map((note) => ` ${note}`).join('')
  return `Documents were divided by a hash of what they are, seed ${seed}: ${sizes}. Documents that are ${by} stay together.${more}${kept}`
}
