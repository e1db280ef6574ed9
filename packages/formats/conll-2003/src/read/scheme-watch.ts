import type { Report } from '@labelport/format'
import type { TagScheme } from '../options.ts'
import type { TagPlace } from './row.ts'

/** Watches how labels begin, which tells IOB1 from IOB2. */
export interface SchemeWatch {
  see(place: TagPlace, line: number): void
  /** What the tags seen so far can only be; undefined when they are IOB2 or could be both. */
  readonly scheme: 'iob1' | undefined
  /** Tells what was held back. Call it once, at the end. */
  close(): void
}

/**
 * In IOB1 a label begins with `I-`, and with `B-` only beside one of its name; read as IOB2 such beginnings
 * are orphans, and are told as that. Where nothing was asked for, a file that is IOB1 throughout is told once.
 */
export function watchScheme(asked: TagScheme, path: string, report: Report): SchemeWatch {
  let held: number[] = []
  let isOrphaned = false
  let hasBegins = false
  const tellOrphan = (line: number): void => {
    const message =
      'Found I- where no label of this name is open. Read as the beginning of a label.'
    report({
      severity: 'warning',
      code: 'conll-2003/orphan-inside',
      message,
      place: { path, line },
    })
  }
  return {
    get scheme() {
      return isOrphaned && !hasBegins ? 'iob1' : undefined
    },
    see(place, line) {
      if (place === 'begins' && !hasBegins) {
        hasBegins = true
        for (const orphan of held) tellOrphan(orphan)
        held = []
      }
      if (place !== 'orphan') return
      isOrphaned = true
      if (asked === 'iob1') return
      if (asked === 'iob2' || hasBegins) tellOrphan(line)
      else held.push(line)
    },
    close() {
      const [line] = held
      if (line === undefined) return
      const message =
        'Found labels that begin with I-, and B- only beside a label of the same name: the tags look like IOB1. Labels are read the same either way.'
      report({ severity: 'info', code: 'conll-2003/iob1-tags', message, place: { path, line } })
    },
  }
}
