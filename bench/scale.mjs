// node bench/scale.mjs [--rounds=5] [--write]: threads and incremental runs; writes the figures of docs/scale.md on request.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { pnpm, run } from '../scripts/process.mjs'
import { input } from './inputs.mjs'
import { measure } from './measure.mjs'

const words = process.argv.slice(2)
const rounds = Number(words.find((word) => word.startsWith('--rounds='))?.slice(9) ?? 5)

const [command, args] = pnpm(
  ...['exec', 'turbo', 'run', 'build', '--filter=labelport...'],
  '--output-logs=errors-only',
)
if ((await run(command, args)) !== 0) process.exit(1)

const zip = input('a-2.zip')
const convert = (out, ...more) => {
  const to = ['--cabinet', 'all', '--to', 'conll', '--out', out]
  return ['node', 'apps/cli/dist/bin.js', 'convert', zip, ...to, ...more]
}

/** A data set that is there when a second run begins; made once. */
const kept = join('.artifacts/bench', 'incremental')
rmSync(kept, { recursive: true, force: true })
const made = convert(kept, '--incremental', '--jobs', '1')
if ((await run(process.execPath, made.slice(1))) !== 0) process.exit(1)

const suites = [
  {
    title: 'A zip of 2,000 JSON_ADVANCED documents, 222 MB unpacked, to CoNLL',
    cases: [
      { name: '`--jobs 1`', command: (out) => convert(`${out}/data`, '--jobs', '1') },
      { name: '`--jobs 2`', command: (out) => convert(`${out}/data`, '--jobs', '2') },
      {
        name: '`--jobs 2 --shard-size 16MB`',
        command: (out) => convert(`${out}/data`, '--jobs', '2', '--shard-size', '16MB'),
      },
    ],
  },
  {
    title: 'The same, `--incremental --jobs 1`',
    cases: [
      {
        name: 'first run',
        command: (out) => convert(`${out}/data`, '--incremental', '--jobs', '1'),
      },
      {
        name: 'second run, nothing changed',
        command: () => convert(kept, '--incremental', '--jobs', '1'),
      },
    ],
  },
]

const tables = []
for (const { title, cases } of suites) {
  const { cases: results } = await measure({ cases: () => cases }, rounds)
  const [reference] = results
  const lines = results.map(
    ({ name, ms, rss }) =>
      `| ${name} | ${ms.toFixed(0)} | ${(ms / reference.ms).toFixed(2)}× | ${rss.toFixed(0)} |`,
  )
  const head = ['| | ms | ratio | RSS MB |', '| --- | --- | --- | --- |']
  tables.push([`**${title}.**`, '', ...head, ...lines].join('\n'))
}
const machine = `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}`
const text = [
  '## Figures',
  '',
  `Written by \`node bench/scale.mjs --write\`: every run in a fresh process, in turns, median of ${rounds} rounds, on`,
  `${machine}. The ratios count; RSS is that of all threads and includes about 45 MB of Node itself.`,
  '',
  tables.join('\n\n'),
  '',
].join('\n')
console.log(text)
if (words.includes('--write')) {
  const [before] = readFileSync('docs/scale.md', 'utf8').split('\n## Figures\n')
  writeFileSync('docs/scale.md', `${before.trimEnd()}\n\n${text}`)
}
