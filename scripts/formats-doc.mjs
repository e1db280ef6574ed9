// Writes docs/formats.md from what the formats declare. The test that compares it can also write it.
import { run } from './process.mjs'

const vitest = ['node_modules/vitest/vitest.mjs', 'run', 'test/formats-doc.test.ts', '--update']
process.exitCode = await run(process.execPath, vitest)
