import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The built program. */
export const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url))

/** Whether the program was built; threads run only there, for Node 20 takes no TypeScript. */
export const isBuilt = existsSync(bin)

/** Starts the built program. */
export function start(words: readonly string[], cwd?: string) {
  const child = spawn(process.execPath, [bin, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
  })
  const texts = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    texts.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    texts.stderr += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code: Number(code), ...texts }))
  return { child, ended, texts }
}
