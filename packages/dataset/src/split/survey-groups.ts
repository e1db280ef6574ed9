import type { Cabinet } from '@labelport/model'
import type { Signature } from '../near/signature.ts'
import { hashOf } from './hash.ts'
import { knownSplit } from './known-split.ts'
import type { SplitKeys } from './split-keys.ts'
import type { SplitLock } from './split-lock.ts'
import type { SplitRule } from './split-of.ts'
import type { StratifiedGroup } from './stratify.ts'

/** What a survey remembers of a document. */
export interface SurveyedDocument {
  readonly keys: SplitKeys
  /** One of the things of its component. */
  readonly thing: number
  readonly name: string
  readonly copy?: Cabinet['role']
  readonly strata: readonly string[]
  readonly signature?: Signature
}

/** Documents, signatures the lock has placed, and which of them belong together. */
export interface Surveyed {
  /** In their order; gone through several times. */
  readonly documents: Iterable<SurveyedDocument>
  readonly placed: readonly PlacedSignature[]
  componentOf(thing: number): number
}

/** A signature that lies somewhere already. */
export interface PlacedSignature {
  readonly thing: number
  readonly signature: string
  readonly split: string
}

/** Documents that stay together. */
export interface SurveyGroup extends StratifiedGroup {
  /** The least key of its documents: a group of one goes where the document alone would go. */
  readonly key: string
}

/**
 * The groups by component. One with something in an open split follows most of it, of equally many the split that is
 * listed first. A frozen split draws nothing: what is only alike is new.
 */
export function groupsOf(
  { documents, placed, componentOf }: Surveyed,
  lock: SplitLock,
  { ratios, seed = 0, group }: SplitRule,
): ReadonlyMap<number, SurveyGroup> {
  const drafts = new Map<number, Draft>()
  const draftOf = (thing: number): Draft => {
    const component = componentOf(thing)
    const draft = drafts.get(component) ?? { key: '', documents: 0, strata: none, pins: none }
    drafts.set(component, draft)
    return draft
  }
  for (const { thing, split } of placed) {
    const draft = draftOf(thing)
    draft.pins = counted(draft.pins, split)
  }
  for (const { keys, thing, strata } of documents) {
    const draft = draftOf(thing)
    const key = group === 'file' ? keys.file : (keys.text ?? keys.file)
    if (draft.key === '' || key < draft.key) draft.key = key
    const known = knownSplit(keys, lock, group)
    if (known !== undefined) draft.pins = counted(draft.pins, known)
    if (known !== undefined && !ratios.has(known)) continue
    draft.documents += 1
    for (const label of strata) draft.strata = counted(draft.strata, label)
  }
  return new Map(
    [...drafts].map(([component, { key, documents: size, strata, pins }]) => {
      const split = strongest(pins, [...ratios.keys()])
      const place = hashOf(key, seed)
      return [component, { key, place, documents: size, strata, ...(split && { split }) }]
    }),
  )
}

interface Draft {
  key: string
  documents: number
  strata: Map<string, number>
  /** How much of the group each split has already. */
  pins: Map<string, number>
}

/** Most groups are one document that nobody has placed: maps of their own would be most of what a survey holds. Stays empty. */
const none = new Map<string, number>()

function strongest(pins: ReadonlyMap<string, number>, names: readonly string[]) {
  let best: string | undefined
  for (const name of names) {
    const votes = pins.get(name) ?? 0
    if (votes > (best === undefined ? 0 : (pins.get(best) ?? 0))) best = name
  }
  return best
}

function counted(counts: Map<string, number>, key: string): Map<string, number> {
  const own = counts === none ? new Map<string, number>() : counts
  return own.set(key, (own.get(key) ?? 0) + 1)
}
