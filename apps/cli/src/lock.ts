import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
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
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      place(path)
      return { release: () => rmSync(path, { force: true }) }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (isHeld(path)) break
      rmSync(path, { force: true })
    }
  }
  throw new Failure(`Another run holds "${path}". If none does, delete that file.`)
}

/** Makes the file, in one step with what it says, so that nobody reads one that says nothing yet. */
function place(path: string): void {
  const text = JSON.stringify(holder())
  const draft = `${path}.${crypto.randomUUID()}`
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600 })
    linkSync(draft, path)
  } catch (error) {
    // Some disks know no links; there it takes two steps.
    if (existsSync(path)) throw error
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
  } finally {
    rmSync(draft, { force: true })
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

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
