// Writes docs/traps.md from the names of the tests. The test that compares it can also write it.
import { run } from './process.mjs'

const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'test/traps-doc.test.ts', '--update']
process.exitCode = await run(process.execPath, vitest)
