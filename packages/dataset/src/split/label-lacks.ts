import type { Report } from '@labelport/format'

/** Counts in which splits labels are. */
export interface LabelLacks {
  see(split: string, labels: readonly string[]): void
  /** Reports as `engine/split-without-label` which split has no document with a label that others have. */
  close(splits: readonly string[], report: Report): void
}

/** Opens an empty count. */
export function openLabelLacks(): LabelLacks {
  const counts = new Map<string, Map<string, number>>()
  return {
    see(split, labels) {
      for (const label of labels) {
        const bySplit = counts.get(label) ?? new Map<string, number>()
        counts.set(label, bySplit)
        bySplit.set(split, (bySplit.get(split) ?? 0) + 1)
      }
    },
    close(splits, report) {
      for (const [label, bySplit] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const lacking = splits.filter((split) => !bySplit.has(split))
        if (lacking.length === 0) continue
        const there = [...bySplit].map(([split, count]) => `${count} in ${split}`).join(', ')
        const message = `No document of ${lacking.join(', ')} has ${JSON.stringify(label)}; documents that have it: ${there}.`
        report({ severity: 'warning', code: 'engine/split-without-label', message })
      }
    },
  }
}
