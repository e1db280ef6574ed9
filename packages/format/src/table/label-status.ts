/** What the columns `Label Status` and `Line` of an export with unresolved answers say. */
export interface LabelStatus {
  /** Whether the record tells a conflict. */
  take(fields: readonly (string | undefined)[]): boolean
  /** One sentence on what was seen. */
  describe(): string
}

/** Undefined unless a header is called `Label Status`, in any case. */
export function labelStatusOf(names: readonly string[]): LabelStatus | undefined {
  const find = (wanted: string): number =>
    names.findIndex((name) => name.trim().toLowerCase() === wanted)
  const status = find('label status')
  const line = find('line')
  if (status === -1) return undefined
  const counts = new Map<string, number>()
  let records = 0
  let lineBefore: string | undefined
  let repeated = 0
  return {
    take(fields) {
      const word = fields[status] ?? ''
      // Free text in this column must not fill the memory.
      if (counts.size < 20 || counts.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
      records += 1
      const at = line === -1 ? undefined : fields[line]
      if (at !== undefined && at === lineBefore) repeated += 1
      lineBefore = at
      return word.toLowerCase().includes('conflict')
    },
    describe() {
      const seen = [...counts].map(([word, count]) => `${JSON.stringify(word)} ${count} times`)
      const lines =
        line === -1
          ? 'There is no column "Line".'
          : `${repeated} of ${records} records repeat the line before.`
      return `The column "${names[status]}" holds ${seen.join(', ') || 'nothing'}. ${lines} No real export with these columns has been seen; please compare.`
    },
  }
}
