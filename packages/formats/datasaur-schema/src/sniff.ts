import { type Confidence, type Head, outlineOf } from '@labelport/format'

const dataKeys = [
  'data/project',
  'data/document',
  'data/kinds',
  'data/rows',
  'data/labelerInfo',
  'data/labelSets',
  'data/spanLabels',
  'data/pages',
  'data/bboxLabelSets',
  'data/bboxLabels',
  'data/documentQuestions',
  'data/rowQuestions',
]

/** Certain of `version` beside a `data` with the keys of the schema. */
export function sniff({ text }: Head): Confidence {
  const outline = outlineOf(text)
  if (!outline.has('data')) return 'no'
  const known = dataKeys.filter((key) => outline.has(key)).length
  if (outline.has('version')) return known >= 2 ? 'certain' : known === 1 ? 'likely' : 'possible'
  return known >= 3 ? 'likely' : known >= 1 ? 'possible' : 'no'
}
