// The Python environment of the interop tests and of the comparison with peers.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './process.mjs'

const venv = '.artifacts/interop-venv'
const stamp = join(venv, 'installed.txt')
const requirements = 'test/interop/requirements.txt'
const python = join(venv, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')

/** The first Python that is new enough; undefined when there is none. */
async function findPython() {
  const named = process.env.LABELPORT_PYTHON
  for (const command of named === undefined ? ['python3', 'python'] : [named]) {
    const code = 'import sys, venv; sys.exit(sys.version_info < (3, 10))'
    try {
      if ((await capture(command, ['-c', code])).code === 0) return command
    } catch {
      // Not on the path.
    }
  }
  return undefined
}

/** Makes the environment under .artifacts; returns why that was not possible. */
export async function preparePython() {
  const wanted = readFileSync(requirements, 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined
  rmSync(stamp, { force: true })
  const found = await findPython()
  if (found === undefined) return 'no Python 3.10 or newer (name one in LABELPORT_PYTHON)'
  const made = await capture(found, ['-m', 'venv', venv])
  if (made.code !== 0) return `no virtual environment: ${lastLine(made.output)}`
  const options = ['--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '20']
  const install = ['-m', 'pip', 'install', ...options, '-r', requirements]
  const { code, output } = await capture(python, install)
  if (code !== 0) return `the libraries cannot be installed: ${lastLine(output)}`
  writeFileSync(stamp, wanted)
  return undefined
}

function lastLine(output) {
  return output.trimEnd().split('\n').at(-1) ?? ''
}
