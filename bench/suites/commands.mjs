// What the suites share: how cases are named, started, and left out where a program is not there.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { input } from '../inputs.mjs'

export const cli = 'apps/cli/dist/bin.js'

/** A program of bench/cases in a fresh Node. */
export const script = (name, ...args) => ['node', `bench/cases/${name}.mjs`, ...args]

/** All copies of the documents of an input, converted by the command line; `more` are further flags. */
export const convert = (name, target, out, ...more) => {
  const to = ['--cabinet', 'all', '--to', target, '--out', `${out}/data`]
  return ['node', cli, 'convert', input(name), ...to, ...more]
}

/** Rows of tokens as JSON Lines, which the scripts of others write too. */
export const tokenLines = (name, out, ...more) =>
  convert(name, 'huggingface', out, '--option', 'files=jsonl', '--option', 'task=tokens', ...more)

const venv = '.artifacts/interop-venv/bin/python'

/**
 * A peer in Python. Where the environment of the interop tests or the peer's module is not there, the report says so.
 * Arguments are paths; `{out}` in one stands for the folder of the run.
 */
export function peer(name, { module, file, args }) {
  const why = absence(module)
  if (why !== undefined) return { name, absent: why }
  const command = (out) => [
    venv,
    `bench/cases/${file}.py`,
    ...args().map((one) => one.replace('{out}', out)),
  ]
  return { name, command }
}

function absence(module) {
  if (!existsSync(venv)) return 'the Python environment of the interop tests is not installed'
  const found = spawnSync(venv, ['-c', `import ${module}`], { stdio: 'ignore' })
  return found.status === 0 ? undefined : `Python's ${module} is not installed`
}

/** A script for Python's standard library alone. */
export function python(name, file, args) {
  if (spawnSync('python3', ['--version'], { stdio: 'ignore' }).status !== 0) {
    return { name, absent: 'there is no python3' }
  }
  return { name, command: (out) => ['python3', `bench/cases/${file}.py`, ...args(out)] }
}
