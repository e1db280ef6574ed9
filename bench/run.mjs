// pnpm bench [suite …] [--rounds=5] [--no-build] [--write]: measures and prints. With --write the figures go into
// bench/results.json, and docs/performance.md is made of all that lie there. `--write --rounds=0` makes it anew.
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { pnpm, run } from '../scripts/process.mjs'
import { verdicts } from './judge.mjs'
import { measure } from './measure.mjs'
import { performanceDoc, section } from './performance-doc.mjs'
import { readResults, writeResults } from './results.mjs'
import { suites } from './suites.mjs'

const words = process.argv.slice(2)
const rounds = Number(words.find((word) => word.startsWith('--rounds='))?.slice(9) ?? 5)
const wanted = words.filter((word) => !word.startsWith('--'))
const unknown = wanted.filter((word) => suites.every(({ id }) => id !== word))
if (unknown.length > 0) {
  const known = suites.map(({ id }) => id).join(', ')
  console.error(`There is no suite ${unknown.join(', ')}; there are ${known}.`)
  process.exit(2)
}
const chosen = suites.filter(({ id }) => wanted.length === 0 || wanted.includes(id))

if (!words.includes('--no-build')) {
  const [command, args] = pnpm('exec', 'turbo', 'run', 'build', '--output-logs=errors-only')
  if ((await run(command, args)) !== 0) process.exit(1)
}

const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`
const begun = performance.now()
const measured = {}
for (const suite of rounds > 0 ? chosen : []) {
  measured[suite.id] = { machine, rounds, ...(await measure(suite, rounds)) }
  console.log(section(suite, measured[suite.id]))
  // At once, so that a suite that fails costs no other its figures.
  if (words.includes('--write')) writeResults({ ...readResults(), [suite.id]: measured[suite.id] })
}

for (const { row, limits, why } of verdicts(measured)) {
  for (const { suite, name, goal, reached, met } of limits) {
    if (measured[suite] === undefined) continue
    const outcome = met === undefined ? 'not measured' : met ? 'met' : 'missed'
    const lacking = met === false && why === undefined ? '; bench/goals.mjs does not say why' : ''
    console.log(`${row}. ${outcome}: ${name}: ${reached ?? 'nothing'}, ${goal}${lacking}`)
  }
}
console.log(`${((performance.now() - begun) / 60_000).toFixed(1)} minutes`)

if (words.includes('--write')) {
  writeFileSync('docs/performance.md', performanceDoc(suites, readResults()))
}
