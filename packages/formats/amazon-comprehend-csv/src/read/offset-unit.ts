import { fromCodePoints } from '@labelport/model'
import type { Unit } from '../options.ts'
import type { Entity } from './entity-records.ts'

/** How well the entities of a file fit when their offsets count one thing or the other. */
export interface UnitEvidence {
  readonly unit: Unit
  /** Entities for which the two units differ; with none of them the unit does not matter. */
  readonly differing: number
  /** How many of those begin and end at words, or fill their line, in each unit. */
  readonly fitting: Readonly<Record<Unit, number>>
}

const astral = /[\ud800-\udbff][\udc00-\udfff]/

/** Compares both readings of every entity that has a character beyond the basic plane before its end. */
export function unitEvidence(
  files: Iterable<{ readonly rows: readonly string[]; readonly entities: readonly Entity[] }>,
): UnitEvidence {
  const fitting = { 'code-points': 0, 'utf-16': 0 }
  let differing = 0
  for (const { rows, entities } of files) {
    for (const entity of entities) {
      const row = rows[entity.line]
      if (row === undefined || !astral.test(row)) continue
      const points = placeOf(row, entity, 'code-points')
      const units = placeOf(row, entity, 'utf-16')
      if (points?.start === units?.start && points?.end === units?.end) continue
      differing += 1
      if (points !== undefined && onWords(row, points)) fitting['code-points'] += 1
      if (units !== undefined && onWords(row, units)) fitting['utf-16'] += 1
    }
  }
  // A tie goes to the unit Amazon documents.
  const unit = fitting['utf-16'] > fitting['code-points'] ? 'utf-16' : 'code-points'
  return { unit, differing, fitting }
}

/** Where an entity stands in its row, in UTF-16 code units; undefined when it is not inside or cuts a character. */
export function placeOf(
  row: string,
  { begin, end }: Pick<Entity, 'begin' | 'end'>,
  unit: Unit,
): { readonly start: number; readonly end: number } | undefined {
  if (begin >= end || end > row.length) return undefined
  if (unit === 'utf-16') {
    return cuts(row, begin) || cuts(row, end) ? undefined : { start: begin, end }
  }
  const [start, to] = [fromCodePoints(row, begin), fromCodePoints(row, end)]
  return start === undefined || to === undefined ? undefined : { start, end: to }
}

/** Whether an offset lies between the halves of a character. */
export function cuts(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

const wordly = /[\p{L}\p{M}\p{N}]/u

/** Whether a stretch begins and ends neither in a word nor with a blank. */
function onWords(row: string, { start, end }: { readonly start: number; readonly end: number }) {
  const inside = row.slice(start, end)
  if (inside !== inside.trim()) return false
  const first = wordly.test(row.charAt(start)) && wordly.test(row.charAt(start - 1))
  const last = wordly.test(row.charAt(end - 1)) && wordly.test(row.charAt(end))
  return !first && !last
}
