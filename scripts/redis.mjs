// Runs the tests that need a Redis, which they start themselves; says what it skips where there is none.
import { mkdirSync, rmSync } from 'node:fs'
import { countsLine, vitestCounts } from './counts.mjs'
import { capture } from './process.mjs'
import { findRedisServer } from './redis-server.mjs'

const report = '.artifacts/reports/redis.json'

mkdirSync('.artifacts/reports', { recursive: true })
rmSync(report, { force: true })
if (findRedisServer() === undefined) {
  const how = 'install redis-server, or name one in LABELPORT_REDIS_SERVER'
  console.log(`Tests with Redis are skipped: there is no redis-server (${how}).`)
}
const config = ['run', '--config', 'vitest.redis.config.ts', ...process.argv.slice(2)]
const reporters = ['--reporter=json', `--outputFile.json=${report}`, '--reporter=dot']
// Vitest is started directly, so that the script runs where pnpm is not on the path.
const vitest = ['node_modules/vitest/vitest.mjs', ...config, ...reporters]
const { code, output } = await capture(process.execPath, vitest)
const counts = vitestCounts(report)
if (code !== 0 || counts.failed > 0) console.log(output)
console.log(countsLine(counts))
process.exitCode = code !== 0 || counts.failed > 0 ? 1 : 0
