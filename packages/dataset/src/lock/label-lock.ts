import type { ClassNames } from '@labelport/format'
import type { LabelsInUse } from './labels-in-use.ts'

/** A class that has its number for good. Its number is its place in the list, from 0. */
export interface LockedLabel {
  readonly name: string
  /** Names the class had before; documents that still use them need the new one. */
  readonly formerly?: readonly string[]
  /** Set when the class is not used any more. Its number is never given again. */
  readonly removed?: true
}

/** The numbers of all classes. Lists only grow. */
export interface LabelLock {
  readonly version: 1
  readonly text: readonly LockedLabel[]
  readonly box: readonly LockedLabel[]
  /** The choices by the text of their question. */
  readonly questions: ReadonlyMap<string, readonly LockedLabel[]>
}

/** A lock without classes. */
export const emptyLabelLock: LabelLock = { version: 1, text: [], box: [], questions: new Map() }

/** The lock with a number for every name that has none; those it has stay. */
export function extendLabelLock(lock: LabelLock, labels: LabelsInUse): LabelLock {
  const questions = new Map(lock.questions)
  for (const [question, names] of labels.questions) {
    questions.set(question, extended(questions.get(question) ?? [], names))
  }
  const { version, text, box } = lock
  return { version, text: extended(text, labels.text), box: extended(box, labels.box), questions }
}

function extended(
  locked: readonly LockedLabel[],
  names: readonly string[],
): readonly LockedLabel[] {
  const known = new Set(locked.flatMap(({ name, formerly = [] }) => [name, ...formerly]))
  const added = names.filter((name) => !known.has(name))
  return added.length === 0 ? locked : [...locked, ...added.map((name) => ({ name }))]
}

/** The names in the order of their numbers, for writers. */
export function lockedNames({ text, box, questions }: LabelLock): ClassNames {
  const namesOf = (labels: readonly LockedLabel[]) => labels.map(({ name }) => name)
  return {
    text: namesOf(text),
    box: namesOf(box),
    questions: new Map([...questions].map(([question, labels]) => [question, namesOf(labels)])),
  }
}

/** The lists of a lock, with what to call them. */
export function listsOf(
  lock: LabelLock,
): readonly { readonly title: string; readonly labels: readonly LockedLabel[] }[] {
  return [
    { title: 'labels on text', labels: lock.text },
    { title: 'labels of boxes', labels: lock.box },
    ...[...lock.questions].map(([question, labels]) => ({
      title: `choices of ${JSON.stringify(question)}`,
      labels,
    })),
  ]
}
