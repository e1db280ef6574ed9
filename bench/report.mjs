import { writeFileSync } from 'node:fs'

// Loaded into every measured process: tells the most memory it held. Time is taken from outside.
const path = process.env.LABELPORT_BENCH_REPORT
if (path !== undefined) {
  process.on('exit', () => {
    writeFileSync(path, String(process.resourceUsage().maxRSS / 1024))
  })
}
