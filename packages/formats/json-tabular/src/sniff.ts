import { type Confidence, type Head, outlineOf } from '@labelport/format'
import { afterSpace, type Members, scanObject } from './scan.ts'

/** Keys of lists of objects that belong to others. */
const foreign = ['[]/sentences', '[]/tokens', '[]/labels', '[]/spanLabels', '[]/labelSets']

/** Likely of a list of objects that hold no objects themselves. */
export function sniff({ text }: Head): Confidence {
  const start = afterSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  if (text[start] !== '[') return 'no'
  let at = afterSpace(text, start + 1)
  if (text[at] === ']') return 'possible'
  const outline = outlineOf(text)
  if (foreign.some((key) => outline.has(key))) return 'no'
  let rows = 0
  let flat = 0
  for (; text[at] === '{'; at = afterSpace(text, at + 1)) {
    const scan = scanObject(text, at)
    if (scan.type === 'misfit' && rows === 0) return 'no'
    if (scan.type !== 'row') break
    rows += 1
    flat += Number(isFlat(scan.members))
    at = afterSpace(text, scan.end)
    if (text[at] !== ',') break
  }
  return flat > 0 && 2 * flat >= rows ? 'likely' : rows > 0 ? 'possible' : 'no'
}

/** Several answers may be a list; an object is no value of a table. */
function isFlat({ keys, kinds, texts }: Members): boolean {
  return keys.length > 0 && kinds.every((kind, at) => kind !== 'j' || !texts[at]?.includes('{'))
}
