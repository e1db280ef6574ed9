import { onTestFinished } from 'vitest'
import { run } from '../src/run.ts'

/** What `labelport emulator --json` says of itself. */
export interface RunningEmulator {
  readonly url: string
  readonly credentials: { readonly clientId: string; readonly clientSecret: string }
  readonly team: string
  readonly projects: readonly { readonly id: string; readonly name: string }[]
  /** What it wrote for people so far. */
  readonly notes: () => string
}

/** Runs `labelport emulator` until the test is over. Throws what it wrote when it does not begin. */
export async function emulatorCommand(
  words: readonly string[],
  cwd = process.cwd(),
): Promise<RunningEmulator> {
  const stop = new AbortController()
  let notes = ''
  let begin: (text: string) => void = () => {}
  const began = new Promise<string>((resolve) => {
    begin = resolve
  })
  const ended = run(['emulator', '--json', ...words], {
    stdout: { write: begin, isTerminal: false },
    stderr: {
      write(text) {
        notes += text
      },
      isTerminal: false,
    },
    env: {},
    cwd,
    version: '1.2.3',
    signal: stop.signal,
  })
  onTestFinished(async () => {
    stop.abort()
    await ended
  })
  const text = await Promise.race([
    began,
    ended.then((code) => Promise.reject(new Error(`The emulator ended with ${code}: ${notes}`))),
  ])
  return { ...JSON.parse(text), notes: () => notes }
}
