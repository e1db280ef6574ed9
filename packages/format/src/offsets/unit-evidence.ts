import { fromCodePoints } from '@labelport/model'

/** What the offsets of a file count. */
export type OffsetUnit = 'code-points' | 'utf-16'

/** A stretch of a text as a file tells it: half-open, in a unit the file does not tell. */
export interface Stretch {
  readonly begin: number
  readonly end: number
}

/** How well stretches fit their texts when their offsets count one thing or the other. */
export interface UnitEvidence {
  /** The unit that fits better; code points where both fit alike. */
  readonly unit: OffsetUnit
  /** Stretches for which the two units differ; with none of them the unit does not matter. */
  readonly differing: number
  /** How many of those begin and end neither in a word nor at a blank. */
  readonly fitting: Readonly<Record<OffsetUnit, number>>
}

const astral = /[\ud800-\udbff][\udc00-\udfff]/

/** Compares both readings of every stretch that has a character beyond the basic plane before its end. */
export function unitEvidence(
  texts: Iterable<{ readonly text: string; readonly stretches: readonly Stretch[] }>,
): UnitEvidence {
  const fitting = { 'code-points': 0, 'utf-16': 0 }
  let differing = 0
  for (const { text, stretches } of texts) {
    if (stretches.length === 0 || !astral.test(text)) continue
    for (const stretch of stretches) {
      const points = placeOf(text, stretch, 'code-points')
      const units = placeOf(text, stretch, 'utf-16')
      if (points?.start === units?.start && points?.end === units?.end) continue
      differing += 1
      if (points !== undefined && isOnWords(text, points)) fitting['code-points'] += 1
      if (units !== undefined && isOnWords(text, units)) fitting['utf-16'] += 1
    }
  }
  const unit = fitting['utf-16'] > fitting['code-points'] ? 'utf-16' : 'code-points'
  return { unit, differing, fitting }
}

/** Where a stretch stands, in UTF-16 code units; undefined when it is empty, not inside or cuts a character. */
export function placeOf(
  text: string,
  { begin, end }: Stretch,
  unit: OffsetUnit,
): { readonly start: number; readonly end: number } | undefined {
  if (begin < 0 || begin >= end || end > text.length) return undefined
  if (unit === 'utf-16') {
    if (cutsCharacter(text, begin) || cutsCharacter(text, end)) return undefined
    return { start: begin, end }
  }
  const [start, to] = [fromCodePoints(text, begin), fromCodePoints(text, end)]
  return start === undefined || to === undefined ? undefined : { start, end: to }
}

/** Whether an offset in UTF-16 code units lies between the halves of a character. */
export function cutsCharacter(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

const wordly = /[\p{L}\p{M}\p{N}]/u

function isOnWords(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const inside = text.slice(start, end)
  if (inside !== inside.trim()) return false
  const cutsFirst = wordly.test(text.charAt(start)) && wordly.test(text.charAt(start - 1))
  const cutsLast = wordly.test(text.charAt(end - 1)) && wordly.test(text.charAt(end))
  return !cutsFirst && !cutsLast
}
