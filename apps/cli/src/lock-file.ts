import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeFileAtomic } from '@labelport/node'
import type { Session } from './session.ts'

/** What a lock file holds; undefined when it is not there yet. */
export function readLockFile({ cwd }: Pick<Session, 'cwd'>, shown: string): string | undefined {
  const path = resolve(cwd, shown)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Replaces a lock file, whole or not at all; leaves it alone when nothing is new. */
export function writeLockFile(
  { cwd }: Pick<Session, 'cwd'>,
  shown: string,
  text: string,
  before: string | undefined,
): void {
  if (text !== before) writeFileAtomic(resolve(cwd, shown), text)
}
