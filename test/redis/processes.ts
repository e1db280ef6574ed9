import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const bin = resolve('apps/cli/dist/bin.js')

/** The built queue, as a module of somebody else imports it. */
export const builtQueue = resolve('packages/sync-queue-bullmq/dist/index.js')

export const isBuilt = existsSync(bin) && existsSync(builtQueue)

/** A process that brings a workspace. */
export interface Worker {
  readonly child: ChildProcess
  /** What it has written for people so far. */
  notes(): string
  /** Code and signal are those of the process; `rows` is what became of projects, by what it says itself. */
  readonly ended: Promise<Ended>
}

export interface Ended {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
  readonly rows: readonly { readonly id: string; readonly type: string }[]
}

/** Starts the built program; it does not outlive the test. */
export function startWorker(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
): Worker {
  const child = spawn(process.execPath, [bin, 'sync', '--json', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'close').then(([code, signal]): Ended => {
    const { projects = [] } = stdout === '' ? {} : JSON.parse(stdout)
    return { code, signal, stdout, stderr, rows: projects }
  })
  return { child, notes: () => stderr, ended }
}
