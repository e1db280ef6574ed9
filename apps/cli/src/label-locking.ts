import {
  emptyLabelLock,
  extendLabelLock,
  type LabelsInUse,
  labelLockDrift,
  lockedNames,
  openLabelCollector,
  readLabelLock,
  writeLabelLock,
} from '@labelport/dataset'
import type { ClassNames } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Flags, FlagValues } from './command.ts'
import { Failure, UsageError } from './exit.ts'
import { readLockFile, writeLockFile } from './lock-file.ts'
import type { Session } from './session.ts'

/** The flags that fix the numbers of classes. */
export const lockFlags = {
  lock: {
    type: 'value',
    value: '<file>',
    help: 'keeps the numbers of classes for good, such as labels.lock.json; made when it is not there; reads the input twice',
  },
  'frozen-lock': { type: 'switch', help: 'with --lock: a class it does not have is an error' },
} as const satisfies Flags

/** Numbers of classes that are fixed. */
export interface LabelLocking {
  readonly labels: ClassNames
  /** Writes the lock when classes were added. */
  save(): void
}

/**
 * Brings the lock up to the classes that are found in the documents, before anything is written. Throws Failure, after reporting each,
 * when documents use what the lock has removed or renamed, or what a frozen one does not have.
 */
export async function labelLockingOf(
  session: Session,
  flags: FlagValues<typeof lockFlags>,
  find: () => Promise<LabelsInUse>,
): Promise<LabelLocking | undefined> {
  const { lock: path, 'frozen-lock': frozen } = flags
  if (path === undefined) {
    if (!frozen) return undefined
    throw new UsageError('--frozen-lock needs --lock <file>.')
  }
  const text = readLockFile(session, path)
  const lock = text === undefined ? emptyLabelLock : readLabelLock(text)
  const labels = await find()
  const drift = labelLockDrift(lock, labels, { mayGrow: !frozen })
  for (const diagnostic of drift) session.report({ ...diagnostic, place: { path } })
  if (drift.length > 0)
    throw new Failure('The label lock and the documents contradict; nothing was written.')
  const extended = extendLabelLock(lock, labels)
  return {
    labels: lockedNames(extended),
    save: () => writeLockFile(session, path, writeLabelLock(extended), text),
  }
}

/** The classes of documents, read one after the other on this thread. */
export async function labelsIn(documents: AsyncIterable<LabeledDocument>): Promise<LabelsInUse> {
  const collector = openLabelCollector()
  for await (const document of documents) collector.add(document)
  return collector.labels()
}
