#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { run } from './run.ts'
import type { Output } from './surroundings.ts'

const stop = new AbortController()

/** The first signal asks the command to end and to leave nothing half done; the second does not ask. */
function onSignal(): void {
  if (stop.signal.aborted) process.exit(130)
  stop.abort(new Error('Stopped from outside.'))
}

process.on('SIGINT', onSignal)
process.on('SIGTERM', onSignal)

function output(stream: NodeJS.WriteStream): Output {
  let open = true
  // Whoever read the output has gone (`labelport … | head`): the work goes on, the words end.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false
    if (error.code !== 'EPIPE') process.exitCode = 1
  })
  return {
    write: (text) => {
      if (open) stream.write(text)
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      // Some terminals say 0 when they do not know.
      return (stream.isTTY && stream.columns) || undefined
    },
  }
}

const code = await run(process.argv.slice(2), {
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  worker: new URL('./worker.js', import.meta.url),
  get version() {
    return String(
      JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
    )
  },
  signal: stop.signal,
})
// A result that could not be written has set the exit code already.
process.exitCode ??= code
process.off('SIGINT', onSignal)
process.off('SIGTERM', onSignal)
