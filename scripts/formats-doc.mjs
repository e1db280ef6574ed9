// Writes docs/formats.md from what the formats declare. The test that does so knows the sources.
import { pnpm, run } from './process.mjs'

const [command, args] = pnpm('exec', 'vitest', 'run', 'test/formats-doc.test.ts', '--update')
process.exitCode = await run(command, args)
