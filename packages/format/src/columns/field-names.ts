import type { LabelSchema } from '@labelport/model'

/** How a label appears in a field of a line. */
export interface FieldName {
  readonly name: string
  /** Why the name does not lead back to the label. Absent means it does. */
  readonly trouble?: 'label-merged' | 'label-name-changed'
}

const missing: readonly never[] = []

/** Finds the name of a label. `writable` makes of a name what a field of the format can hold. */
export function fieldNames(
  schema: LabelSchema,
  writable: (name: string) => string = writableText,
): (labelSet: string, label: string) => FieldName {
  const bearers = new Map<string, number>()
  const bySet = new Map<string, Map<string, string>>()
  for (const set of schema.labelSets) {
    const names = new Map<string, string>()
    for (const { id, name } of set.appliesTo === 'text' ? set.labels : missing) {
      const written = writable(name)
      names.set(id, written)
      bearers.set(written, (bearers.get(written) ?? 0) + 1)
    }
    bySet.set(set.id, names)
  }
  const changed = new Set<string>()
  for (const { labels } of schema.labelSets) {
    for (const { name } of labels) if (writable(name) !== name) changed.add(writable(name))
  }
  return (labelSet, label) => {
    const known = bySet.get(labelSet)?.get(label)
    const name = known ?? writable(label)
    if ((bearers.get(name) ?? 0) > (known === undefined ? 0 : 1))
      return { name, trouble: 'label-merged' }
    const altered = known === undefined ? name !== label : changed.has(name)
    return altered ? { name, trouble: 'label-name-changed' } : { name }
  }
}

const separators = /[\t\n\r]/g
const loneSurrogates = /\p{Surrogate}/gu

/** The text with what would break a line of the file replaced: line ends and tabs, half characters. */
export function writableText(text: string): string {
  return text.replace(separators, ' ').replace(loneSurrogates, '\uFFFD')
}
