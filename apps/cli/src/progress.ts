import { columnsOf, printable } from './printable.ts'
import type { Output } from './surroundings.ts'
import { openTimeLeft, type TimeLeft } from './time-left.ts'

/** Shows how far a run has come: one line that is rewritten on a terminal, a line now and then elsewhere. */
export interface Progress {
  show(text: string): void
  /** Shows that the file at `path` is being read after `done` of `total`, and the time left at this pace. */
  reading(done: number, total: number, path: string): void
  /** Takes the line away so that something else can be written. */
  clear(): void
}

/** Makes a progress line. `now` is in milliseconds. */
export function openProgress(output: Output, now: () => number): Progress {
  const pause = output.isTerminal ? 100 : 10_000
  // Runs that are over before the first pause say nothing.
  let last = now()
  let shown = false
  let timeLeft: TimeLeft | undefined
  const isDue = (): boolean => now() - last >= pause
  const show = (text: string): void => {
    if (!isDue()) return
    last = now()
    if (!output.isTerminal) {
      output.write(`${printable(text)}\n`)
      return
    }
    output.write(`\r\x1b[2K${shortened(printable(text), (output.columns ?? 80) - 1)}`)
    shown = true
  }
  return {
    show,
    reading(done, total, path) {
      if (done === 0) timeLeft = undefined
      timeLeft ??= openTimeLeft(now)
      if (!isDue()) return
      const number = Math.min(done + 1, total)
      show(`Reading ${number} of ${total}${timeLeft(done, total)}: ${path}`)
    },
    clear() {
      if (shown) output.write('\r\x1b[2K')
      shown = false
    },
  }
}

function shortened(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let kept = ''
  for (const character of text) {
    if (columnsOf(kept) + columnsOf(character) >= columns) break
    kept += character
  }
  return `${kept}…`
}
