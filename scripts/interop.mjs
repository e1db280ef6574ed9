// Hands what the targets write to the Python libraries that people load it with. Makes an environment
// under .artifacts on the first run; says what it skips where Python or the package index is missing.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { countsLine, vitestCounts } from './counts.mjs'
import { preparePython } from './interop-environment.mjs'
import { capture } from './process.mjs'

const report = '.artifacts/reports/interop.json'

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
const reason = await preparePython()
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
