// pnpm bench [suite …] [--rounds=5] [--write]: measures, prints, and writes docs/performance.md on request.
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { pnpm, run } from '../scripts/process.mjs'
import { measure } from './measure.mjs'
import { suites } from './suites.mjs'

const words = process.argv.slice(2)
const rounds = Number(words.find((word) => word.startsWith('--rounds='))?.slice(9) ?? 5)
const wanted = words.filter((word) => !word.startsWith('--'))
const chosen = suites.filter(({ id }) => wanted.length === 0 || wanted.includes(id))

const [command, args] = pnpm('exec', 'turbo', 'run', 'build', '--output-logs=errors-only')
if ((await run(command, args)) !== 0) process.exit(1)

const ratio = (value, reference) => `${(value / reference).toFixed(2)}×`

/** A suite as a table of Markdown. */
function table({ title, goals, note }, results) {
  const [reference] = results
  const lines = results.map(({ name, ms, rss }) => {
    const goal = goals[name] === undefined ? '' : `≤ ${goals[name]}×`
    const memory = Number.isNaN(rss) ? '' : rss.toFixed(0)
    return `| ${name} | ${ms.toFixed(0)} | ${ratio(ms, reference.ms)} | ${goal} | ${memory} |`
  })
  const head = ['| | ms | ratio | goal | RSS MB |', '| --- | --- | --- | --- | --- |']
  const remark = note === undefined ? [] : [note, '']
  return [`## ${title}`, '', ...head, ...lines, '', ...remark].join('\n')
}

const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`
const sections = []
for (const suite of chosen) {
  const text = table(suite, measure(suite.cases(), rounds))
  console.log(text)
  sections.push(text)
}

if (words.includes('--write')) {
  const preface = [
    '# Performance',
    '',
    `Written by \`pnpm bench --write\`: every case in a fresh process, in turns, median of ${rounds} rounds, time from`,
    'outside the process. Inputs are generated from seeds (`bench/generate`). "By hand" is the simplest code that does the',
    'job and nothing else; the ratios to it, within one run, are what counts. RSS includes about 45 MB of Node itself.',
    'The page has [figures of its own](page-performance.md).',
    '',
    `Machine: ${machine}.`,
    '',
  ]
  writeFileSync('docs/performance.md', [...preface, ...sections].join('\n'))
}
