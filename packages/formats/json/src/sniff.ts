import { type Confidence, type Head, outlineOf } from '@labelport/format'

/** Keys beside the sentences that only the larger JSON formats have. */
const larger = ['labelSets', 'labelSet', 'labelerInfo', 'comments', 'data', 'version', 'project']

/** Likely of sentences with content and none of what JSON_ADVANCED has besides. */
export function sniff({ text }: Head): Confidence {
  const outline = outlineOf(text)
  if (!outline.has('sentences') || larger.some((key) => outline.has(key))) return 'no'
  if (!outline.has('sentences/[]/content')) return 'no'
  const isAdvanced = outline.has('sentences/[]/metadata') || text.includes('"hashCode"')
  return isAdvanced ? 'possible' : 'likely'
}
