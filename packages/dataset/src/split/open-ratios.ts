import { FormatError } from '@labelport/format'
import type { SplitLock } from './split-lock.ts'
import type { SplitRule } from './split-of.ts'

/**
 * The rule for documents nobody has placed yet: frozen splits get none of them. Throws FormatError `engine/bad-split`
 * when a lock names a split that there is not, or leaves none open.
 */
export function openRatios(rule: SplitRule, lock: SplitLock | undefined): SplitRule {
  if (lock === undefined) return rule
  checkNames(lock, [...rule.ratios.keys()])
  const frozen = new Set(lock.frozen)
  const ratios = new Map([...rule.ratios].filter(([name]) => !frozen.has(name)))
  if (ratios.size > 0) return { ...rule, ratios }
  throw badSplit('All splits are frozen, so there is none for new documents.')
}

function checkNames({ frozen, files, texts, signatures }: SplitLock, names: readonly string[]) {
  const maps = [files, texts, signatures]
  for (const name of new Set([...frozen, ...maps.flatMap((map) => [...map.values()])])) {
    if (names.includes(name)) continue
    throw badSplit(
      `The split lock has documents in "${name}", which is none of ${names.join(', ')}.`,
    )
  }
}

function badSplit(message: string): FormatError {
  return new FormatError({ severity: 'error', code: 'engine/bad-split', message })
}
