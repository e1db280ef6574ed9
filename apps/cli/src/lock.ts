import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { isRunning } from '@labelport/node'
import { Failure } from './exit.ts'

/** Keeps a second run away from a folder or a file until `release` is called. */
export interface Lock {
  release(): void
}

/**
 * Takes the lock file. One whose process on this machine has ended is taken over; one of another machine
 * is believed. Throws Failure when somebody else holds it.
 */
export function takeLock(path: string): Lock {
  // Runs on several machines may share a disk, and a number.
  const own = `${path}.${crypto.randomUUID()}`
  // It gets its name when it is whole: one that is half-written would look as if its holder had died.
  writeFileSync(own, JSON.stringify(holder()), { mode: 0o600 })
  try {
    if (!takes(own, path) && !takesOver(own, path)) {
      throw new Failure(`Another run holds "${path}". If none does, delete that file.`)
    }
  } finally {
    rmSync(own, { force: true })
  }
  return { release: () => rmSync(path, { force: true }) }
}

/** Gives a file a second name; false when the name is taken. Of several who try, one succeeds. */
function takes(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (isTaken(error)) return false
  }
  // Some disks know no links; there it takes two steps.
  try {
    writeFileSync(path, readFileSync(own), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

/**
 * Takes the place of a lock that nobody holds any more; false when somebody does. One process at a time looks and
 * replaces, and the place is never empty meanwhile, so of several who try, one succeeds.
 */
function takesOver(own: string, path: string): boolean {
  const guard = `${path}.taking`
  if (!takes(own, guard)) {
    // Whoever died between the next lines is cleared away for the run after this one.
    if (!isHeld(guard)) rmSync(guard, { force: true })
    return false
  }
  try {
    if (isHeld(path)) return false
    if (!existsSync(path)) return takes(own, path)
    renameSync(own, path)
    return true
  } finally {
    rmSync(guard, { force: true })
  }
}

/** Whether a lock file is there, and whoever took it may still run. */
export function isHeld(path: string): boolean {
  try {
    return mayRun(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Written by a process that died while writing it, or gone by now.
    return false
  }
}

/**
 * Removes a lock that a process of another machine took. Only who knows that it has ended may do so; from here it
 * cannot be told.
 */
export function dropForeignLock(path: string): void {
  try {
    const { host } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>
    if (host !== hostname()) rmSync(path, { force: true })
  } catch {
    // There is none, or it holds nobody back.
  }
}

/** What a lock file says of who took it. */
export interface Holder {
  readonly pid: number
  readonly host: string
}

/** This process, for others to see. */
export function holder(): Holder {
  return { pid: process.pid, host: hostname() }
}

/** Whether a process may still run; one of another machine is believed to. */
export function mayRun({
  pid,
  host,
}: {
  readonly pid?: unknown
  readonly host?: unknown
}): boolean {
  return host !== hostname() || (typeof pid === 'number' && isRunning(pid))
}
