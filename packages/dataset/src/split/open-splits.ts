import { FormatError, type Report, type Splits } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type SplitKeys, splitKeys } from './split-keys.ts'
import type { SplitLock } from './split-lock.ts'
import { type SplitRule, splitOfKeys } from './split-of.ts'

/** Splits that are under way. */
export interface OpenSplits extends Splits {
  /** How documents were divided, in a sentence. */
  readonly note: string
  /** How many documents each split has so far; segments of a file count once. */
  counts(): ReadonlyMap<string, number>
  /** Where everything is now. */
  lock(): SplitLock
}

/**
 * Divides documents. With a lock, what it knows stays where it is, and what shares a text or a file with something
 * known joins it; all else goes by `splitOf`. Texts and files that come to lie in two splits are reported as
 * `engine/split-leak`. Throws FormatError `engine/bad-split` when the lock names a split that there is not.
 */
export function openSplits(
  rule: SplitRule,
  { lock, report }: { readonly lock?: SplitLock; readonly report: Report },
): OpenSplits {
  const names = [...rule.ratios.keys()]
  if (lock !== undefined) checkLock(lock, names)
  const open = openRatios(rule, lock)
  const files = new Map(lock?.files)
  const texts = new Map(lock?.texts)
  const counts = new Map(names.map((name) => [name, 0]))
  const told = new Set<string>()

  const place = (keys: SplitKeys): string => {
    if (lock === undefined) return splitOfKeys(keys, open)
    const byText = keys.text === undefined ? undefined : texts.get(keys.text)
    const byFile = files.get(keys.file)
    const known = rule.group === 'file' ? (byFile ?? byText) : (byText ?? byFile)
    return known ?? splitOfKeys(keys, open)
  }
  const tellLeak = (
    what: 'text' | 'file',
    key: string,
    name: string,
    found: string,
    split: string,
  ) => {
    if (told.has(`${what} ${key}`)) return
    told.add(`${what} ${key}`)
    const remedy = lock === undefined ? 'Split by file or keep a split lock.' : 'The lock had both.'
    const message = `A ${what} lies in the splits ${found} and ${split}; seen at document ${JSON.stringify(name)}. ${remedy}`
    report({ severity: 'warning', code: 'engine/split-leak', message })
  }
  const remember = (
    map: Map<string, string>,
    what: 'text' | 'file',
    key: string,
    name: string,
    split: string,
  ) => {
    const found = map.get(key)
    if (found === undefined) map.set(key, split)
    else if (found !== split) tellLeak(what, key, name, found, split)
  }
  // Writers may ask several times for one document.
  const asked = new WeakMap<LabeledDocument, string>()
  const seen = new Set<string>()
  return {
    names,
    note: describe(rule, lock),
    of(document) {
      const before = asked.get(document)
      if (before !== undefined) return before
      const keys = splitKeys(document)
      const split = place(keys)
      asked.set(document, split)
      remember(files, 'file', keys.file, document.name, split)
      if (keys.text !== undefined) remember(texts, 'text', keys.text, document.name, split)
      const { id, project, cabinet } = document
      const one = JSON.stringify([project?.id, cabinet?.folder, id, document.part])
      if (!seen.has(one)) counts.set(split, (counts.get(split) ?? 0) + 1)
      seen.add(one)
      return split
    },
    counts: () => counts,
    lock: () => ({ version: 1, frozen: lock?.frozen ?? [], files, texts }),
  }
}

/** The rule for documents nobody has placed yet: frozen splits get none of them. */
function openRatios(rule: SplitRule, lock: SplitLock | undefined): SplitRule {
  const frozen = new Set(lock?.frozen)
  const ratios = new Map([...rule.ratios].filter(([name]) => !frozen.has(name)))
  if (ratios.size > 0) return { ...rule, ratios }
  throw badSplit('All splits are frozen, so there is none for new documents.')
}

function checkLock({ frozen, files, texts }: SplitLock, names: readonly string[]): void {
  for (const name of new Set([...frozen, ...files.values(), ...texts.values()])) {
    if (names.includes(name)) continue
    throw badSplit(
      `The split lock has documents in "${name}", which is none of ${names.join(', ')}.`,
    )
  }
}

function badSplit(message: string): FormatError {
  return new FormatError({ severity: 'error', code: 'engine/bad-split', message })
}

function describe({ ratios, seed = 0, group = 'text' }: SplitRule, lock?: SplitLock): string {
  const sizes = [...ratios].map(([name, size]) => `${name} ${size}`).join(', ')
  const by = group === 'text' ? 'equal in text' : 'copies or parts of one file'
  const kept = lock === undefined ? '' : ' A split lock keeps documents where they were put first.'
  return `Documents were divided by a hash of what they are, seed ${seed}: ${sizes}. Documents that are ${by} stay together.${kept}`
}
