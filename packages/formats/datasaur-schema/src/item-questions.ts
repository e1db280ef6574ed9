import {
  type AskedQuestion,
  type Findings,
  idField,
  isObject,
  listField,
  readQuestions,
} from '@labelport/format'

/** Begins the ids of the questions about a label. */
export function classPrefix(set: string, label: string): string {
  return `label:${set}:${label}`
}

/** The questions of text labels, by prefix. */
export type ItemQuestions = ReadonlyMap<string, readonly AskedQuestion[]>

/**
 * Reads questions about text labels from the label items, where nobody has seen any: like those of the
 * classes of boxes.
 */
export function readItemQuestions(
  labelSets: readonly unknown[],
  { findings, taken }: { readonly findings: Findings; readonly taken: Set<string> },
): ItemQuestions {
  const found = new Map<string, readonly AskedQuestion[]>()
  for (const [position, set] of labelSets.entries()) {
    if (!isObject(set) || !Array.isArray(set.labelItems)) continue
    const index = typeof set.index === 'number' ? set.index : position
    for (const [place, item] of set.labelItems.entries()) {
      if (!isObject(item) || item.questions === undefined) continue
      const pointer = `/data/labelSets/${position}/labelItems/${place}`
      const label = idField(item, 'id', pointer, findings)
      if (label === undefined) continue
      const labelSet = String(index)
      const prefix = classPrefix(labelSet, label)
      const scope = { prefix, about: { type: 'label', labelSet, label }, taken } as const
      const list = listField(item, 'questions', pointer, findings)
      const message = `Found questions about the label "${label}", of which no real file was seen yet; read like those of boxes.`
      findings.add('info', 'unverified', `${pointer}/questions`, message)
      found.set(prefix, readQuestions(list, scope, `${pointer}/questions`, findings))
    }
  }
  return found
}
