import { openFates } from '@labelport/format'
import type { Annotation, LabelSchema, LabelSet, QuestionTarget } from '@labelport/model'
import type { Step } from '../prepare/prepare.ts'

const reasons = {
  'label-renamed': 'Its label has another name, or became one with the label of that name.',
} as const

/**
 * Gives labels other names, in the schema and by that everywhere. A label whose new name its set has already becomes
 * one with that label. Names that no label has are reported as `engine/rename-unknown`.
 */
export function renameLabels(names: ReadonlyMap<string, string>): Step {
  return {
    id: 'rename',
    sees: 'document',
    notes: [...names].map(
      ([from, to]) => `Label ${JSON.stringify(from)} was renamed to ${JSON.stringify(to)}.`,
    ),
    async *apply(documents, account, { report }) {
      const known = new WeakMap<LabelSchema, Renamed>()
      const met = new Set<string>()
      for await (const document of documents) {
        const renamed = known.get(document.schema) ?? renamedSchema(document.schema, names, met)
        known.set(document.schema, renamed)
        const fates = openFates('engine', reasons, account, document)
        const annotations = document.annotations.map((annotation) => {
          const label = renamed.labelOf(annotation)
          if (label === undefined) {
            fates.keep(annotation.type)
            return annotation
          }
          fates.change(annotation.type, 'label-renamed', annotation.id)
          return { ...annotation, label }
        })
        fates.keep('cell', document.cells.length)
        fates.keep('comment', document.comments.length)
        fates.close()
        yield { ...document, annotations, schema: renamed.schema }
      }
      for (const name of names.keys()) {
        if (met.has(name)) continue
        const message = `No label is called "${name}", so none was renamed.`
        report({ severity: 'warning', code: 'engine/rename-unknown', message })
      }
    },
  }
}

interface Renamed {
  readonly schema: LabelSchema
  /** The id of the label a statement has from now on; undefined when its label was not renamed. */
  labelOf(annotation: Annotation): string | undefined
}

function renamedSchema(
  schema: LabelSchema,
  names: ReadonlyMap<string, string>,
  met: Set<string>,
): Renamed {
  const newIds = new Map<string, ReadonlyMap<string, string>>()
  const labelSets = schema.labelSets.map((set) => {
    const { set: renamed, ids } = renamedSet(set, names, met)
    newIds.set(set.id, ids)
    return renamed
  })
  const target = (about: QuestionTarget): QuestionTarget =>
    about.type === 'label'
      ? { ...about, label: newIds.get(about.labelSet)?.get(about.label) ?? about.label }
      : about
  const questions = schema.questions.map((one) => ({ ...one, about: target(one.about) }))
  return {
    schema: { labelSets, questions },
    labelOf(annotation) {
      if (annotation.type === 'answer' || annotation.label === undefined) return undefined
      const { labelSet, label } = annotation
      return labelSet === undefined ? undefined : newIds.get(labelSet)?.get(label)
    },
  }
}

/** The set with new names; `ids` says which label each renamed one is from now on. */
function renamedSet(set: LabelSet, names: ReadonlyMap<string, string>, met: Set<string>) {
  const ids = new Map<string, string>()
  const byName = new Map(
    set.labels.filter(({ name }) => !names.has(name)).map(({ name, id }) => [name, id]),
  )
  const labels = set.labels.flatMap((label) => {
    const name = names.get(label.name)
    if (name === undefined) return [label]
    met.add(label.name)
    const same = byName.get(name)
    ids.set(label.id, same ?? label.id)
    if (same !== undefined) return []
    byName.set(name, label.id)
    return [{ ...label, name }]
  })
  const moved = labels.map((label) => {
    const parent = label.parent === undefined ? undefined : ids.get(label.parent)
    return parent === undefined || parent === label.id ? label : { ...label, parent }
  })
  return { set: { ...set, labels: moved }, ids }
}
