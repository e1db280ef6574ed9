import type { LabelView } from '../protocol.ts'
import { labelKey } from './label-names.ts'

/** Every label that was met, each with a number from 0. Equal names are one label, as in a summary. */
export interface LabelRegister {
  numberOf(label: LabelView): number
  labels(): readonly LabelView[]
}

/** Opens an empty register. */
export function openLabelRegister(): LabelRegister {
  const labels: LabelView[] = []
  const numbers = new Map<string, number>()
  const known = new WeakMap<LabelView, number>()
  return {
    labels: () => labels,
    numberOf(label) {
      const found = known.get(label)
      if (found !== undefined) return found
      const key = labelKey(label)
      const number = numbers.get(key) ?? labels.push(label) - 1
      numbers.set(key, number)
      known.set(label, number)
      return number
    },
  }
}
