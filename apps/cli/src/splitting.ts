import {
  emptySplitLock,
  type OpenSplits,
  openSplitSurvey,
  openSplits,
  readSplitLock,
  type SplitLock,
  type SplitSurvey,
  writeSplitLock,
} from '@labelport/dataset'
import type { Format } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { UsageError } from './exit.ts'
import { readLockFile, writeLockFile } from './lock-file.ts'
import type { Session } from './session.ts'
import { needsSurvey, type SplitFlags, splitRuleOf } from './split-rule.ts'

/** Splits that were asked for. */
export interface Splitting {
  readonly splits: OpenSplits
  /** What the lock held at first. Absent without one. */
  readonly lock?: SplitLock
  /** Writes the lock, when there is one: as it is now, or the one that is given. */
  save(lock?: SplitLock): void
}

/** Opens the splits; undefined when none are asked for. Throws UsageError for values that do not fit. */
export function splittingOf(
  session: Pick<Session, 'cwd' | 'report'>,
  flags: SplitFlags,
): Splitting | undefined {
  const rule = splitRuleOf(flags)
  const path = flags['split-lock']
  if (rule === undefined) return undefined
  const { report } = session
  if (path === undefined) return { splits: openSplits(rule, { report }), save() {} }
  const text = readLockFile(session, path)
  const lock = text === undefined ? emptySplitLock : readSplitLock(text)
  return locked(session, path, { lock, text, splits: openSplits(rule, { report, lock }) })
}

/** Shows all documents to a survey. */
export type ShowAll = (survey: Pick<SplitSurvey, 'add' | 'addRows'>) => Promise<void>

/** Shows documents to a survey as they come. */
export function showing(documents: () => AsyncIterable<LabeledDocument>): ShowAll {
  return async ({ add }) => {
    for await (const document of documents()) add(document)
  }
}

/** Like `splittingOf`; where the flags ask for it, all documents are shown to a survey and placed before. */
export async function surveyedSplittingOf(
  session: Session,
  flags: SplitFlags,
  showAll: ShowAll,
): Promise<Splitting | undefined> {
  const rule = splitRuleOf(flags)
  const path = flags['split-lock']
  if (rule === undefined || path === undefined || !needsSurvey(flags)) {
    return splittingOf(session, flags)
  }
  const { report } = session
  const text = readLockFile(session, path)
  const lock = text === undefined ? emptySplitLock : readSplitLock(text)
  const survey = openSplitSurvey(rule, { lock, report })
  await showAll(survey)
  const splits = openSplits(rule, { report, placement: survey.place() })
  return locked(session, path, { lock, text, splits })
}

/** Throws UsageError when a format is to be divided that cannot tell splits apart. */
export function checkSplits({ id, writer }: Format, flags: SplitFlags): void {
  if (splitRuleOf(flags) === undefined || writer?.splits === true) return
  throw new UsageError(`${id} puts all documents together and cannot tell splits apart.`)
}

function locked(
  session: Pick<Session, 'cwd'>,
  path: string,
  { lock, text, splits }: Omit<Splitting, 'save'> & { readonly text: string | undefined },
): Splitting {
  return {
    splits,
    ...(lock && { lock }),
    save: (now = splits.lock()) => writeLockFile(session, path, writeSplitLock(now), text),
  }
}
