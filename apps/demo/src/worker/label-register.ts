import {
  type Annotation,
  findLabel,
  type LabeledDocument,
  type LabelSchema,
} from '@labelport/model'
import type { LabelView } from '../protocol.ts'

/** Every label that was met, each with a number from 0. Equal names are one label, as in a summary. */
export interface LabelRegister {
  numberOf(
    document: Pick<LabeledDocument, 'schema'>,
    annotation: Exclude<Annotation, { type: 'answer' }>,
  ): number
  labels(): readonly LabelView[]
}

/** Opens an empty register. */
export function openLabelRegister(): LabelRegister {
  const labels: LabelView[] = []
  const numbers = new Map<string, number>()
  const bySchema = new WeakMap<LabelSchema, Map<string, number>>()
  return {
    labels: () => labels,
    numberOf({ schema }, { type, labelSet: set, label: id }) {
      const known = bySchema.get(schema) ?? new Map<string, number>()
      bySchema.set(schema, known)
      const ids = JSON.stringify([type, set, id])
      const found = known.get(ids)
      if (found !== undefined) return found
      const view = viewOf(schema, type, set, id)
      const key = JSON.stringify([type, view.labelSet, view.label])
      const number = numbers.get(key) ?? labels.push(view) - 1
      numbers.set(key, number)
      known.set(ids, number)
      return number
    },
  }
}

function viewOf(
  schema: LabelSchema,
  type: LabelView['type'],
  set: string | undefined,
  id: string | undefined,
): LabelView {
  const labelSet = schema.labelSets.find((one) => one.id === set)?.name ?? set
  const label =
    set === undefined || id === undefined ? id : (findLabel(schema, set, id)?.name ?? id)
  return {
    type,
    ...(labelSet === undefined ? {} : { labelSet }),
    ...(label === undefined ? {} : { label }),
  }
}
