import {
  type Annotation,
  findLabel,
  type LabeledDocument,
  type LabelSchema,
} from '@labelport/model'
import type { LabelView } from '../protocol.ts'

/** The names of labels. Equal names are one object, so that they travel once with many documents. */
export interface LabelNames {
  of(
    document: Pick<LabeledDocument, 'schema'>,
    annotation: Exclude<Annotation, { type: 'answer' }>,
  ): LabelView
}

/** Starts without names. They are looked up once for each schema and label. */
export function openLabelNames(): LabelNames {
  const views = new Map<string, LabelView>()
  const bySchema = new WeakMap<LabelSchema, Map<string, LabelView>>()
  return {
    of({ schema }, { type, labelSet: set, label: id }) {
      const known = bySchema.get(schema) ?? new Map<string, LabelView>()
      bySchema.set(schema, known)
      const ids = JSON.stringify([type, set, id])
      const found = known.get(ids)
      if (found !== undefined) return found
      const view = viewOf(schema, type, set, id)
      const key = labelKey(view)
      const shared = views.get(key) ?? view
      views.set(key, shared)
      known.set(ids, shared)
      return shared
    },
  }
}

/** Equal for equal names. */
export function labelKey({ type, labelSet, label }: LabelView): string {
  return JSON.stringify([type, labelSet, label])
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
