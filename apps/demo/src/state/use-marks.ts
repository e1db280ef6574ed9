import { useEffect } from 'preact/hooks'
import type { Session } from './session.ts'

/**
 * Tells the browser's performance tools how long opening takes: `first-document` until one is shown, and
 * `full-overview` until everything has been read and counted. Nothing is kept, and nobody is told.
 */
export function useMarks({ opening, page, status }: Session): void {
  useEffect(() => {
    if (opening === undefined) return
    for (const name of ['opening', 'first-document', 'full-overview']) {
      performance.clearMarks(name)
      performance.clearMeasures(name)
    }
    performance.mark('opening')
  }, [opening])
  useEffect(() => {
    if (page !== undefined) measureOnce('first-document')
  }, [page, opening])
  useEffect(() => {
    if (status === 'open') measureOnce('full-overview')
  }, [status, opening])
}

function measureOnce(name: string): void {
  if (performance.getEntriesByName('opening').length === 0) return
  if (performance.getEntriesByName(name).length === 0) performance.measure(name, 'opening')
}
