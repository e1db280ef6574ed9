import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const venv = '.artifacts/interop-venv'
const python = join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')

/** Whether scripts/interop.mjs has installed the consumers. */
export const hasPython = existsSync(join(venv, 'installed.txt'))

/** Runs a script of `test/interop/checks` and returns the JSON it prints on its last line. */
export async function check(script: string, ...args: readonly string[]): Promise<unknown> {
  const file = join('test/interop/checks', script)
  const { stdout } = await run(python, ['-X', 'utf8', '-W', 'ignore', file, ...args], {
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      HF_HUB_OFFLINE: '1',
      HF_DATASETS_OFFLINE: '1',
      HF_HUB_DISABLE_TELEMETRY: '1',
      HF_DATASETS_DISABLE_PROGRESS_BARS: '1',
    },
  })
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
}
