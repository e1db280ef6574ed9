import { existsSync, readFileSync, writeFileSync } from 'node:fs'

// What docs/performance.md is made of. Suites that are measured alone take the place of their own figures only.
const path = 'bench/results.json'

/** The figures of all suites by id, as they were written last. */
export function readResults() {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/** Keeps figures; whole milliseconds and mebibytes, which is finer than they can be repeated. */
export function writeResults(results) {
  const rounded = (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)
  writeFileSync(path, `${JSON.stringify(results, rounded, 2)}\n`)
}
