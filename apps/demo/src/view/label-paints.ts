import type { LabelView, ProjectView } from '../protocol.ts'
import { paintProperties } from './css-paint.ts'
import { paletteOf } from './paint.ts'

/** Finds the colours of labels by name; names that several projects share take those of the first. */
export function labelPaints(
  projects: readonly ProjectView[],
): (label: LabelView) => ReturnType<typeof paintProperties> {
  const palettes = projects.map(({ schema }) => ({ schema, palette: paletteOf(schema) }))
  return ({ labelSet, label }) => {
    for (const { schema, palette } of palettes) {
      const set = schema.labelSets.find(({ id, name }) => (name ?? id) === labelSet)
      const found = set?.labels.find(({ name }) => name === label)
      if (set !== undefined && found !== undefined)
        return paintProperties(palette(set.id, found.id))
    }
    return paintProperties(paletteOf({ labelSets: [], questions: [] })(labelSet, label))
  }
}
