import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const hook = resolve('bench/report.mjs')

/** Runs a command once in a fresh process: wall time from outside, memory as the process tells it. */
function once(command, scratch) {
  const report = join(scratch, 'report')
  rmSync(report, { force: true })
  const [program, ...args] = command
  const words = program === 'node' ? ['--import', hook, ...args] : args
  const begun = performance.now()
  const child = spawnSync(program === 'node' ? process.execPath : program, words, {
    env: { ...process.env, LABELPORT_BENCH_REPORT: report, NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const ms = performance.now() - begun
  if (child.status !== 0) throw new Error(`${command.join(' ')} failed:\n${child.stderr}`)
  const rss = existsSync(report) ? Number(readFileSync(report, 'utf8')) : Number.NaN
  return { ms, rss, output: child.stdout.trim() }
}

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/**
 * Measures several commands in rounds, each after the other, so that a slow moment of the machine hits
 * all of them. Commands are made per run with a folder of their own to write to.
 */
export function measure(cases, rounds) {
  const runs = new Map(cases.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, command } of cases) {
      const scratch = mkdtempSync(join(tmpdir(), 'labelport-bench-'))
      try {
        runs.get(name).push(once(command(scratch), scratch))
      } finally {
        rmSync(scratch, { recursive: true, force: true })
      }
    }
  }
  return cases.map(({ name }) => {
    const all = runs.get(name)
    return {
      name,
      ms: median(all.map((run) => run.ms)),
      rss: median(all.map((run) => run.rss)),
      output: all[0].output,
    }
  })
}
