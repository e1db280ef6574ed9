import { type Confidence, type Head, outlineOf } from '@labelport/format'

/** Certain of sentences beside label sets, or with labels or metadata of their own. */
export function sniff({ text }: Head): Confidence {
  const outline = outlineOf(text)
  const tells = ['labelSets', 'labelSet', 'labelerInfo'].filter((key) => outline.has(key)).length
  if (!outline.has('sentences')) return 'no'
  if (outline.has('data') || outline.has('version') || outline.has('project')) return 'no'
  const hasText = outline.has('sentences/[]/content')
  const hasTokens = outline.has('sentences/[]/tokens')
  if (tells >= 2 || (tells === 1 && hasText && hasTokens)) return 'certain'
  if (hasText && hasTokens && outline.has('sentences/[]/metadata')) return 'certain'
  // Labels of the simplified JSON are shorter; those of this format have hash codes.
  if (hasText && hasTokens && text.includes('"hashCode"')) return 'likely'
  return tells === 1 || (hasText && hasTokens) ? 'possible' : 'no'
}
