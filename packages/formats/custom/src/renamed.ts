import { namedLabels } from '@labelport/format'
import {
  type Annotation,
  type LabeledDocument,
  type LabelSchema,
  labelName,
} from '@labelport/model'

/** The document with other names for its labels, joined with the labels of a schema known from elsewhere. */
export function renamed(
  document: LabeledDocument,
  names: Readonly<Record<string, string>>,
  given: LabelSchema | undefined,
): LabeledDocument {
  const { schema, annotations } = document
  const newName = (name: string): string =>
    Object.hasOwn(names, name) ? (names[name] ?? name) : name
  if (given === undefined) {
    const labelSets = schema.labelSets.map((set) => ({
      ...set,
      labels: set.labels.map((label) => ({ ...label, name: newName(label.name) })),
    }))
    return { ...document, schema: { ...schema, labelSets } }
  }
  const labels = namedLabels(given)
  const found = new Map<string, number>()
  const moved = annotations.map((one): Annotation => {
    if (one.type !== 'span') return one
    const name = newName(labelName(schema, one.labelSet, one.label))
    const at = found.get(name) ?? labels.named.length
    if (at === labels.named.length) {
      found.set(name, at)
      labels.add(name)
    }
    return { ...one, ...(labels.named[at] ?? { label: name }) }
  })
  return { ...document, annotations: moved, schema: labels.schema() }
}
