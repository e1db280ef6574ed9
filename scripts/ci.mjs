// The checks beside the tests. Each prints one line; what a failing one printed follows it.
import { readFileSync } from 'node:fs'
import { addCounts, countsLine } from './counts.mjs'
import { vitestFailures } from './failures.mjs'
import { checkInstall } from './install-check.mjs'
import { publicPackages } from './packages.mjs'
import { capture, pnpm } from './process.mjs'

const results = []
const failures = []

function record(name, counts, seconds, output) {
  const mark = counts.failed > 0 ? 'FAILED' : counts.passed === 0 ? 'skipped' : 'ok'
  console.log(`${mark.padEnd(8)} ${name} (${seconds.toFixed(1)} s)`)
  if (counts.failed > 0) {
    console.log(output)
    failures.push(name)
  }
  results.push(counts)
}

/** Runs a command that passes or fails as one check. */
async function check(name, command, args, options) {
  const begun = performance.now()
  const { code, output } = await capture(command, args, options)
  const counts = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  record(name, counts, (performance.now() - begun) / 1000, output)
  return code === 0
}

/** Runs a command whose last line counts for itself. */
async function counted(name, command, args) {
  const begun = performance.now()
  const { code, output } = await capture(command, args)
  const line = /(\d+) passed, (\d+) failed, (\d+) skipped\s*$/.exec(output)
  const counts =
    line === null
      ? { passed: 0, failed: 1, skipped: 0 }
      : { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3]) }
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  if (counts.failed === 0) console.log(output.trimEnd())
  record(name, counts, (performance.now() - begun) / 1000, output)
}

const exec = (...args) => pnpm('exec', ...args)

await check('lint', ...exec('biome', 'check', '.'))
await check('types', ...exec('tsc', '-p', '.'))
await check(
  'generated code is fresh',
  ...exec('graphql-codegen', '--config', 'codegen.yml', '--check'),
)
const built = await check('build', ...exec('turbo', 'run', 'build', '--output-logs=errors-only'))

if (built) {
  for (const { folder, manifest } of publicPackages()) {
    await check(`publint ${manifest.name}`, ...exec('publint', 'run', folder, '--strict'))
    const attw = ['attw', '--pack', folder, '--profile', 'esm-only']
    await check(`attw ${manifest.name}`, ...exec(...attw))
  }
  const begun = performance.now()
  const { counts, output } = await checkInstall()
  record(
    'pack, install into an empty project, run',
    counts,
    (performance.now() - begun) / 1000,
    output,
  )
  await check('the main job (start --once)', process.execPath, ['scripts/start.mjs', '--once'])
}
await counted('one workspace, several processes, a real Redis', process.execPath, [
  'scripts/redis.mjs',
])
await counted('sizes in the browser', process.execPath, ['scripts/sizes.mjs'])
await counted('interop with Python consumers', process.execPath, ['scripts/interop.mjs'])

try {
  results.unshift(JSON.parse(readFileSync('.artifacts/reports/test-counts.json', 'utf8')))
} catch {
  results.unshift({ passed: 0, failed: 1, skipped: 0 })
}
// Said once more at the end, where whoever has only the end of the output finds them.
failures.unshift(
  ...['unit', 'browser'].flatMap((name) => vitestFailures(`.artifacts/reports/${name}.json`)),
)
for (const failure of failures) console.log(`FAILED   ${failure}`)
const sum = addCounts(results)
console.log(`\n${countsLine(sum)}`)
process.exitCode = sum.failed > 0 ? 1 : 0
