// Runs every test that needs Node alone, and the browser tests where a Chromium is found.
import { mkdirSync, writeFileSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { addCounts, countsLine, vitestCounts } from './counts.mjs'
import { pnpm, run } from './process.mjs'

const reports = '.artifacts/reports'
mkdirSync(reports, { recursive: true })

async function vitest(name, config, extra = []) {
  const report = `${reports}/${name}.json`
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const [command, args] = pnpm('exec', 'vitest', 'run', '--config', config, ...reporters, ...extra)
  const code = await run(command, args)
  return { code, counts: vitestCounts(report) }
}

const extra = process.argv.slice(2)
// Some tests drive the built program; building it takes seconds and is cached.
const build = [
  'exec',
  'turbo',
  'run',
  'build',
  '--filter=labelport...',
  '--output-logs=errors-only',
]
if ((await run(...pnpm(...build))) !== 0) process.exit(1)
const results = [await vitest('unit', 'vitest.config.ts', extra)]
const chromium = findChromium()
if (extra.length === 0 && chromium !== undefined) {
  results.push(await vitest('browser', 'vitest.browser.config.ts'))
}

const counts = addCounts(results.map((result) => result.counts))
writeFileSync(`${reports}/test-counts.json`, `${JSON.stringify(counts)}\n`)
const skipped = [
  ...(chromium === undefined
    ? ['browser tests (install Chromium, or name one in LABELPORT_CHROMIUM)']
    : []),
  'interop tests with Python consumers (node scripts/interop.mjs; needs Python 3)',
  'tests with a real Redis (node scripts/redis.mjs; needs redis-server and a build)',
]
console.log(`\nNot run here: ${skipped.join('; ')}.`)
console.log(countsLine(counts))
process.exitCode = results.some(({ code }) => code !== 0) || counts.failed > 0 ? 1 : 0
