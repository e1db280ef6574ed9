import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { filesIn } from './files-in.mjs'

const hook = resolve('bench/report.mjs')

/** Runs a command once in a fresh process: wall time from outside, memory as the process tells it. */
function once(command, scratch) {
  const report = join(scratch, 'report')
  rmSync(report, { force: true })
  const [program, ...args] = command.map(String)
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
 * Measures the cases of a suite in rounds, each after the other, so that a slow moment of the machine hits all of
 * them. Commands are made per run with a folder of their own to write to. Throws when cases that have to write the
 * same bytes do not.
 */
export async function measure(
  { cases: make, same = false, times = 1, once: single = false },
  rounds,
) {
  const made = make()
  const cases = made.filter(({ absent }) => absent === undefined)
  const runs = new Map(cases.map(({ name }) => [name, []]))
  for (let round = 0; round < (single ? 1 : rounds * times); round += 1) {
    const sums = new Map()
    for (const { name, command, written } of cases) {
      const scratch = mkdtempSync(join(tmpdir(), 'labelport-bench-'))
      try {
        const run = once(command(scratch), scratch)
        const files = written === undefined ? {} : filesIn(written(scratch))
        runs.get(name).push({ ...run, ...files })
        if (same) sums.set(files.sha256, [...(sums.get(files.sha256) ?? []), name])
      } finally {
        rmSync(scratch, { recursive: true, force: true })
      }
    }
    if (sums.size > 1) {
      const groups = [...sums.values()].map((names) => names.join(' and '))
      throw new Error(`These wrote different bytes: ${groups.join('; ')}.`)
    }
  }
  return {
    cases: await Promise.all(
      cases.map(async ({ name, facts }) => summary(name, runs.get(name), await facts?.())),
    ),
    absent: made.flatMap(({ name, absent }) => (absent === undefined ? [] : { name, why: absent })),
  }
}

/** The medians of a case. What a script of bench/cases counted is in its output. */
function summary(name, runs, facts = countsIn(runs[0].output)) {
  return {
    name,
    ms: median(runs.map(({ ms }) => ms)),
    rss: median(runs.map(({ rss }) => rss)),
    ...(runs[0].bytes !== undefined && { bytes: runs[0].bytes }),
    ...(facts !== undefined && { facts }),
  }
}

function countsIn(output) {
  return /^\{.*\}$/.test(output) ? JSON.parse(output) : undefined
}
