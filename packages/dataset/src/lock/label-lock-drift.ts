import type { Diagnostic } from '@labelport/format'
import type { LabelLock, LockedLabel } from './label-lock.ts'
import type { LabelsInUse } from './labels-in-use.ts'

/**
 * Where documents and a lock contradict: classes that were removed or renamed and are still used, and, when the
 * lock is not to grow, classes it does not have. Empty means that every class has the number it always had.
 */
export function labelLockDrift(
  lock: LabelLock,
  labels: LabelsInUse,
  { mayGrow }: { readonly mayGrow: boolean },
): readonly Diagnostic[] {
  const lists = [
    { title: 'labels on text', locked: lock.text, names: labels.text },
    { title: 'labels of boxes', locked: lock.box, names: labels.box },
    ...[...labels.questions].map(([question, names]) => ({
      title: `choices of ${JSON.stringify(question)}`,
      locked: lock.questions.get(question) ?? [],
      names,
    })),
  ]
  return lists.flatMap(({ title, locked, names }) => {
    const byName = new Map(locked.map((label) => [label.name, label]))
    return names.flatMap((name) => driftOf(name, byName, locked, title, mayGrow) ?? [])
  })
}

function driftOf(
  name: string,
  byName: ReadonlyMap<string, LockedLabel>,
  locked: readonly LockedLabel[],
  title: string,
  mayGrow: boolean,
): Diagnostic | undefined {
  const shown = JSON.stringify(name)
  const label = byName.get(name)
  if (label?.removed === true) {
    const message = `The label lock has ${shown} of the ${title} as removed, but it is there again. Take "removed" out of the lock, or the label out of the documents.`
    return { severity: 'error', code: 'engine/lock-removed', message }
  }
  if (label !== undefined) return undefined
  const renamed = locked.find(({ formerly = [] }) => formerly.includes(name))
  if (renamed !== undefined) {
    const message = `The label lock calls ${shown} of the ${title} ${JSON.stringify(renamed.name)} by now. Rename the label in the documents.`
    return { severity: 'error', code: 'engine/lock-renamed', message }
  }
  if (mayGrow) return undefined
  const message = `The label lock does not have ${shown} of the ${title}, and it is not to grow.`
  return { severity: 'error', code: 'engine/lock-unknown', message }
}
