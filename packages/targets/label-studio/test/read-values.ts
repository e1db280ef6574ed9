import {
  type AnswerValue,
  type Cell,
  fromCodePoints,
  type Question,
  type TextTarget,
} from '@labelport/model'
import { unspelled } from './read-config.ts'
import type { ReadResult } from './read-tasks.ts'

/** The task a result belongs to. */
export interface Scope {
  /** The index of the task's first cell. */
  readonly base: number
  readonly cells: readonly Cell[]
  /** Of a table. */
  readonly row: number | undefined
}

/** Offsets in a text count code points, those in a turn UTF-16 code units. */
export function targetOf(
  value: Readonly<Record<string, unknown>>,
  text: string | undefined,
  { base, cells }: Scope,
): TextTarget {
  if (typeof value.start === 'string') {
    const [cell, last] = [Number(value.start), Number(value.end)]
    const target = { cell, start: number(value.startOffset), end: number(value.endOffset) }
    return last === cell ? target : { ...target, endCell: last }
  }
  const from = placeOf(number(value.start), text ?? '', cells, base, 'start')
  const to = placeOf(number(value.end), text ?? '', cells, base, 'end')
  const target = { cell: from.cell, start: from.offset, end: to.offset }
  return from.cell === to.cell ? target : { ...target, endCell: to.cell }
}

function placeOf(
  at: number,
  text: string,
  cells: readonly Cell[],
  base: number,
  side: 'start' | 'end',
) {
  let offset = fromCodePoints(text, at) ?? Number.NaN
  for (let cell = base; cell < cells.length; cell += 1) {
    const length = cells[cell]?.text.length ?? 0
    // A label that begins behind the last character of a line begins with the line end.
    if (
      offset < length ||
      (side === 'end' && offset === length) ||
      (offset === length && length > 0)
    ) {
      return { cell, offset }
    }
    offset -= length + 1
  }
  throw new Error(`No line holds character ${at}.`)
}

/** The corners of a region, in pixels. */
export function pointsOf(
  { original_width: width = Number.NaN, original_height: height = Number.NaN }: ReadResult,
  value: Readonly<Record<string, unknown>>,
) {
  const [x, y] = [number(value.x), number(value.y)]
  const [right, bottom] = [x + number(value.width), y + number(value.height)]
  const corners = Array.isArray(value.points)
    ? value.points.map((point) => point as readonly [number, number])
    : ([
        [x, y],
        [right, y],
        [right, bottom],
        [x, bottom],
      ] as const)
  return corners.map(([left, top]) => ({
    x: rounded((left / 100) * width),
    y: rounded((top / 100) * height),
  }))
}

/** The answer a result holds. */
export function readValue(
  type: string,
  value: Readonly<Record<string, unknown>>,
  question: Question | undefined,
): AnswerValue {
  switch (type) {
    case 'textarea': {
      const texts = strings(value.text)
      const several = question?.type === 'text' && question.multiple === true
      return several ? { type: 'texts', texts } : { type: 'text', text: texts[0] ?? '' }
    }
    case 'choices': {
      const names = strings(value.choices).map(unspelled)
      if (question?.type === 'flag') return { type: 'flag', flag: names[0] === 'true' }
      return { type: 'choice', options: names.map((name) => optionOf(name, question)) }
    }
    case 'taxonomy': {
      const paths = Array.isArray(value.taxonomy) ? value.taxonomy : []
      const names = paths.map((path) => unspelled(strings(path).at(-1) ?? ''))
      return { type: 'choice', options: names.map((name) => optionOf(name, question)) }
    }
    case 'number':
      return { type: 'number', number: number(value.number) }
    case 'datetime':
      return { type: 'moment', iso: String(value.datetime) }
    default:
      throw new Error(`There is no "${type}".`)
  }
}

function optionOf(name: string, question: Question | undefined): string {
  if (question?.type !== 'choice') return name
  return question.options.find((option) => option.name === name)?.id ?? name
}

/** A list of texts; empty when it is none. */
export function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** A number; NaN when it is none. */
export function number(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN
}

/** Percents and seconds are doubles; a billionth of a pixel is lost on the way. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
