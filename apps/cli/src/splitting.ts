import {
  emptySplitLock,
  type OpenSplits,
  openSplits,
  readSplitLock,
  readSplitRatios,
  type SplitLock,
  writeSplitLock,
} from '@labelport/dataset'
import { type Format, FormatError } from '@labelport/format'
import type { Flags, FlagValues } from './command.ts'
import { UsageError } from './exit.ts'
import { readLockFile, writeLockFile } from './lock-file.ts'
import type { Session } from './session.ts'

/** The flags that divide a data set. */
export const splitFlags = {
  split: {
    type: 'value',
    value: '<name=size,…>',
    help: 'divides the documents, such as train=0.8,validation=0.1,test=0.1; later documents never move earlier ones',
  },
  'split-seed': { type: 'value', value: '<number>', help: 'another number, another split (0)' },
  'split-group': {
    type: 'value',
    value: '<text|file>',
    default: 'text',
    help: 'what stays together: equal texts, or the copies and parts of one file',
  },
  'split-lock': {
    type: 'value',
    value: '<file>',
    help: 'remembers where every document is, also when sizes or seed change; made when it is not there',
  },
} as const satisfies Flags

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
  flags: FlagValues<typeof splitFlags>,
  format: Format,
): Splitting | undefined {
  const { split, 'split-lock': path } = flags
  if (split === undefined) {
    if (path === undefined) return undefined
    throw new UsageError('--split-lock needs --split.')
  }
  if (format.writer?.splits !== true) {
    throw new UsageError(`${format.id} puts all documents together and cannot tell splits apart.`)
  }
  const { report } = session
  const rule = { ratios: ratiosOf(split), seed: seedOf(flags), group: groupOf(flags) }
  if (path === undefined) return { splits: openSplits(rule, { report }), save() {} }
  const text = readLockFile(session, path)
  const lock = text === undefined ? emptySplitLock : readSplitLock(text)
  const splits = openSplits(rule, { report, lock })
  return {
    splits,
    lock,
    save: (now = splits.lock()) => writeLockFile(session, path, writeSplitLock(now), text),
  }
}

function ratiosOf(text: string) {
  try {
    return readSplitRatios(text)
  } catch (error) {
    if (!FormatError.is(error)) throw error
    throw new UsageError(`--split: ${error.message}`, { cause: error })
  }
}

function seedOf({ 'split-seed': text = '0' }: FlagValues<typeof splitFlags>): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`--split-seed is "${text}"; expected a whole number of up to nine digits.`)
}

function groupOf({ 'split-group': text }: FlagValues<typeof splitFlags>): 'text' | 'file' {
  if (text === 'text' || text === 'file') return text
  throw new UsageError(`--split-group is "${text}"; expected text or file.`)
}
