import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Pseudonyms, pseudonymsOf } from '@labelport/format'
import type { Flags, FlagValues } from './command.ts'
import { UsageError } from './exit.ts'
import type { Session } from './session.ts'

/** The flags that say how people are called. */
export const peopleFlags = {
  people: {
    type: 'value',
    value: '<names|pseudonyms>',
    help: 'how outputs call labelers and authors; pseudonyms for training data, names for formats that are read again',
  },
  'people-key': {
    type: 'value',
    value: '<file>',
    help: 'a secret that makes pseudonyms nobody can guess, and the same in every run; made when it is not there',
  },
} as const satisfies Flags

/** The pseudonyms to write; undefined when people are called by their names. Throws UsageError. */
export function pseudonymsFor(
  session: Session,
  flags: FlagValues<typeof peopleFlags>,
  training: boolean,
): Pseudonyms | undefined {
  const { people = training ? 'pseudonyms' : 'names', 'people-key': path } = flags
  if (people === 'pseudonyms') return pseudonymsOf(keyOf(session, path))
  if (people !== 'names') {
    throw new UsageError(`--people is "${people}"; expected names or pseudonyms.`)
  }
  if (path === undefined) return undefined
  throw new UsageError('--people-key is for pseudonyms, and here people are called by their names.')
}

/** Without a file the key is known to everybody. Throws UsageError for a file that holds none. */
export function keyOf({ cwd, hide }: Session, shown: string | undefined): string {
  if (shown === undefined) return ''
  const path = resolve(cwd, shown)
  try {
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const key = readFileSync(path, 'utf8').trim()
  if (key === '') throw new UsageError(`The file "${shown}" of --people-key is empty.`)
  hide(key)
  return key
}
