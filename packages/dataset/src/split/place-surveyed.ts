import type { Report } from '@labelport/format'
import { signatureText } from '../near/signature-text.ts'
import { knownSplit } from './known-split.ts'
import { openLabelLacks } from './label-lacks.ts'
import type { SplitLeak } from './leaks.ts'
import { openNearLeaks } from './near-leaks.ts'
import type { SplitLock } from './split-lock.ts'
import { type SplitRule, splitOfKeys } from './split-of.ts'
import { stratify } from './stratify.ts'
import { groupsOf, type Surveyed, type SurveyGroup } from './survey-groups.ts'

/** What placing needs to know besides the documents. */
export interface PlacingRule {
  readonly rule: SplitRule
  /** The rule without frozen splits. */
  readonly open: SplitRule
  readonly balanced: boolean
}

const nothing: ReadonlyMap<SurveyGroup, string> = new Map()

/** Places documents group by group. */
export function placeSurveyed(
  surveyed: Surveyed,
  lock: SplitLock,
  { rule, open, balanced }: PlacingRule,
  report: Report,
): { readonly lock: SplitLock; readonly leaks: readonly SplitLeak[] } {
  const groups = groupsOf(surveyed, lock, open)
  const chosen = balanced ? stratify([...groups.values()], open.ratios) : nothing
  const files = new Map(lock.files)
  const texts = new Map(lock.texts)
  const signatures = new Map(lock.signatures)
  const near = openNearLeaks()
  const lacks = openLabelLacks()
  for (const { keys, signature, thing, strata, name, copy } of surveyed.documents) {
    const component = surveyed.componentOf(thing)
    const group = groups.get(component)
    const split =
      knownSplit(keys, { files, texts }, rule.group) ??
      group?.split ??
      (group && chosen.get(group)) ??
      splitOfKeys({ file: group?.key ?? keys.file }, open)
    if (!files.has(keys.file)) files.set(keys.file, split)
    if (keys.text !== undefined && !texts.has(keys.text)) texts.set(keys.text, split)
    lacks.see(split, strata)
    if (signature === undefined) continue
    const text = signatureText(signature)
    if (!signatures.has(text)) signatures.set(text, split)
    near.see(component, text, split, { name, split, ...(copy && { copy }) })
  }
  for (const { thing, split, signature } of surveyed.placed) {
    near.see(surveyed.componentOf(thing), signature, split)
  }
  if (balanced) lacks.close([...rule.ratios.keys()], report)
  return { lock: { ...lock, files, texts, signatures }, leaks: near.close(report) }
}
