// node bench/big-inputs.mjs [name …] [--write]: runs the command line over inputs at and beyond the limits of formats and
// engines, checks what it counted, and tells the most memory it held. Inputs are generated, and need some 5 GB of disk.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bigInputs } from './generate/big-inputs.mjs'

const words = process.argv.slice(2)
const wanted = words.filter((word) => !word.startsWith('--'))
const cli = resolve('apps/cli/dist/bin.js')
const hook = resolve('bench/report.mjs')
const folder = '.artifacts/big'
mkdirSync(folder, { recursive: true })

/** Starts the command line in a process of its own that tells its memory when it ends. */
function start(args, scratch) {
  const report = join(scratch, 'report')
  const child = spawn(process.execPath, ['--import', hook, cli, ...args], {
    env: { ...process.env, LABELPORT_BENCH_REPORT: report },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => {
    text += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code, text }))
  return { child, ended, memory: () => Number(readFileSync(report, 'utf8')) }
}

async function measured({ title, path, words: args, check }, scratch) {
  const out = join(scratch, 'data')
  const begun = performance.now()
  const run = start(args(path, out), scratch)
  const { code, text } = await run.ended
  if (code !== 0) throw new Error(`${title}: exit code ${code}\n${text.slice(0, 2000)}`)
  const problem = check(JSON.parse(text), out)
  if (problem !== undefined) throw new Error(`${title}: ${problem}`)
  const seconds = (performance.now() - begun) / 1000
  return { title, megabytes: statSync(path).size / 2 ** 20, seconds, memory: run.memory() }
}

/** How long the program goes on after Ctrl-C in the middle of a run. */
async function cancelled({ path, words: args }, scratch) {
  const run = start(args(path, join(scratch, 'cancelled')), scratch)
  await new Promise((go) => setTimeout(go, 2000))
  const begun = performance.now()
  run.child.kill('SIGINT')
  const { code } = await run.ended
  if (code === 0) throw new Error('A run that was to be cancelled had ended before.')
  return performance.now() - begun
}

const lines = []
for (const input of bigInputs) {
  if (wanted.length > 0 && !wanted.includes(input.id)) continue
  const path = join(folder, input.file)
  const scratch = mkdtempSync(join(tmpdir(), 'labelport-big-'))
  try {
    input.make(path)
    const { title, megabytes, seconds, memory } = await measured({ ...input, path }, scratch)
    const stop = input.cancel ? (await cancelled({ ...input, path }, scratch)).toFixed(0) : ''
    const line = `| ${title} | ${megabytes.toFixed(0)} | ${seconds.toFixed(1)} | ${memory.toFixed(0)} | ${stop} |`
    console.log(line)
    lines.push(line)
  } finally {
    rmSync(path, { force: true })
    rmSync(scratch, { recursive: true, force: true })
  }
}

if (words.includes('--write')) {
  const text = [
    '# Big inputs',
    '',
    'Written by `node bench/big-inputs.mjs --write`: one run each, counts checked. Memory is the most the process held, of',
    'which Node itself takes 45 MB; of a zip the threads share the directory, some 110 bytes a document. The last column is',
    'how long a run went on after Ctrl-C.',
    '',
    '| | MB on disk | s | RSS MB | ms to stop |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ]
  writeFileSync('docs/big-inputs.md', text.join('\n'))
}
