import type { Report } from '@labelport/format'
import type { Field, Row } from './value-type.ts'

/**
 * pyarrow reads a column of JSON Lines whose texts all look like dates as times, and `datasets` then
 * gives `2026-01-02 00:00:00` for `2026-01-02`. Nothing in the file can prevent that, so it is told.
 */
export interface DateWatch {
  see(row: Row, fields: readonly Field[]): void
  /** Ends a piece of a file: readers decide piece by piece. */
  end(): void
}

const dateLike = /^\d{4}-\d{2}-\d{2}([ T]\d{2}(:?\d{2}(:?\d{2})?)?Z?)?$/

/** Watches the columns of texts; each is reported once. */
export function watchDates(report: Report): DateWatch {
  const told = new Set<string>()
  let columns: readonly Field[] | undefined
  /** Columns that held nothing but dates so far, and whether they held any. */
  let candidates = new Map<string, boolean>()
  const begin = (): void => {
    const texts = columns?.filter(({ name, type }) => type.type === 'string' && !told.has(name))
    candidates = new Map(texts?.map(({ name }) => [name, false]))
  }
  return {
    see(row, fields) {
      if (fields !== columns) {
        columns = fields
        begin()
      }
      for (const name of candidates.keys()) {
        const value = row.values[name]
        if (typeof value !== 'string') continue
        if (dateLike.test(value)) candidates.set(name, true)
        else candidates.delete(name)
      }
    },
    end() {
      for (const [name, held] of candidates) {
        if (!held) continue
        told.add(name)
        const message = `The texts of column "${name}" all look like dates, which loading turns into times; write Parquet files to keep them.`
        report({ severity: 'warning', code: 'huggingface/date-like', message })
      }
      begin()
    },
  }
}
