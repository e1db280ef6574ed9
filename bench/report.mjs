import { readFileSync, writeFileSync } from 'node:fs'

// Loaded into every measured process: tells the most memory it held. Time is taken from outside.
const path = process.env.LABELPORT_BENCH_REPORT
if (path !== undefined) process.on('exit', () => writeFileSync(path, String(mostMemory())))

/** In mebibytes. Linux counts what the parent held in maxRSS, so its own high-water mark is asked first. */
function mostMemory() {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))
    return Number(kibibytes) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}
