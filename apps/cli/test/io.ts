import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { run } from '../src/run.ts'
import type { Surroundings } from '../src/surroundings.ts'

/** What a command line did. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process. */
export async function labelport(
  words: readonly string[],
  given: Partial<Pick<Surroundings, 'env' | 'cwd' | 'signal' | 'version'>> & {
    terminal?: boolean
  } = {},
): Promise<Ran> {
  const { terminal = false, ...rest } = given
  const stdout: string[] = []
  const stderr: string[] = []
  const code = await run(words, {
    stdout: { write: (text) => void stdout.push(text), isTerminal: terminal },
    stderr: { write: (text) => void stderr.push(text), isTerminal: terminal },
    env: {},
    cwd: process.cwd(),
    version: '1.2.3',
    signal: new AbortController().signal,
    ...rest,
  })
  const ran = { code, stdout: stdout.join(''), stderr: stderr.join('') }
  // The emulator tells its own credentials; nothing else may show a secret.
  if (words[0] !== 'emulator') scanned(ran.stdout + ran.stderr)
  return ran
}

/** Counts as printed for the scan that all tests run under. */
function scanned(text: string): void {
  const printed: unknown = Reflect.get(globalThis, Symbol.for('labelport.printed'))
  if (typeof printed === 'function') printed(text)
}

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'labelport-cli-'))
  folders.push(folder)
  return folder
}
