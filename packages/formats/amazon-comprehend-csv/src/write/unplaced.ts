import { isObject } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Entity } from '../read/entity-records.ts'

type Unplaced = Pick<Entity, 'line' | 'begin' | 'end' | 'type'>

/** Entities that were read without their text, so that they are written again as they were. */
export function unplacedOf({ extra }: LabeledDocument): readonly Unplaced[] {
  const own = extra?.['amazon-comprehend-csv']
  if (!isObject(own) || !Array.isArray(own.unplaced)) return []
  return own.unplaced.filter(isUnplaced)
}

function isUnplaced(value: unknown): value is Unplaced {
  if (!isObject(value) || typeof value.type !== 'string') return false
  return [value.line, value.begin, value.end].every(Number.isSafeInteger)
}
