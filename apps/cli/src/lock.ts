import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
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
      const file = openSync(path, 'wx', 0o600)
      writeSync(file, JSON.stringify({ pid: process.pid, host: hostname() }))
      closeSync(file)
      return { release: () => rmSync(path, { force: true }) }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      if (isHeld(path)) break
      rmSync(path, { force: true })
    }
  }
  throw new Failure(`Another run holds "${path}". If none does, delete that file.`)
}

function isHeld(path: string): boolean {
  try {
    const { pid, host } = JSON.parse(readFileSync(path, 'utf8')) as {
      pid?: unknown
      host?: unknown
    }
    if (host !== hostname()) return true
    return typeof pid === 'number' && isRunning(pid)
  } catch {
    // Written by a process that died while writing it, or gone by now.
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
