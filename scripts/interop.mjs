// Hands what the targets write to the Python libraries that people load it with. Makes an environment
// under .artifacts on the first run; says what it skips where Python or the package index is missing.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countsLine, vitestCounts } from './counts.mjs'
import { capture } from './process.mjs'

const venv = '.artifacts/interop-venv'
const stamp = join(venv, 'installed.txt')
const requirements = 'test/interop/requirements.txt'
const report = '.artifacts/reports/interop.json'

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

/** Makes the environment; returns why that was not possible. */
async function prepare() {
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

/** One line for each target and consumer: the title of a group of tests names both. */
function tableOf(reportPath) {
  const rows = new Map()
  const { testResults } = JSON.parse(readFileSync(reportPath, 'utf8'))
  for (const { assertionResults } of testResults) {
    for (const { ancestorTitles, status } of assertionResults) {
      const [pair = ''] = ancestorTitles
      const row = rows.get(pair) ?? { passed: 0, failed: 0, skipped: 0 }
      row[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1
      rows.set(pair, row)
    }
  }
  const lines = [...rows].map(([pair, { passed, failed, skipped }]) => {
    const [target = '', consumer = ''] = pair.split(' × ')
    const result = failed > 0 ? 'FAILED' : passed > 0 ? 'ok' : 'skipped'
    return [target, consumer, String(passed + failed + skipped), result]
  })
  const all = [['target', 'consumer', 'checks', 'result'], ...lines]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((line) => line[column].length)))
  return all
    .map(([...cells]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n')
}

mkdirSync('.artifacts/reports', { recursive: true })
const reason = await prepare()
if (reason !== undefined) console.log(`Interop tests are skipped: ${reason}.`)

rmSync(report, { force: true })
rmSync('.artifacts/interop-output', { recursive: true, force: true })
// Vitest is started directly, so that the script runs where pnpm is not on the path.
const config = ['run', '--config', 'vitest.interop.config.ts']
const reporters = ['--reporter=json', `--outputFile.json=${report}`, '--reporter=dot']
const vitest = ['node_modules/vitest/vitest.mjs', ...config, ...reporters]
const { code, output } = await capture(process.execPath, vitest)
const counts = vitestCounts(report)
if (code !== 0 || counts.failed > 0) console.log(output)
if (existsSync(report)) console.log(tableOf(report))
console.log(countsLine(counts))
process.exitCode = code !== 0 || counts.failed > 0 ? 1 : 0
