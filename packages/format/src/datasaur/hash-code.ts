import { type Position, positionKeys } from './position.ts'

/** What a label's hash code says. */
export interface LabelKey {
  /** Id of the label item; empty for an arrow without a name. */
  readonly label: string
  readonly layer: number
  readonly position: Position
  /** Numbers labels with the same item at the same position, from 0. */
  readonly counter: number
}

/** Eight numbers joined by colons. */
export function positionText(position: Position): string {
  return positionKeys.map((key) => position[key]).join(':')
}

/** The hash code of a span label. */
export function spanHash({ label, layer, position, counter }: LabelKey): string {
  return `SPAN:${label}:${layer}:${positionText(position)}:${counter}:undefined:undefined`
}

/** The hash code of an arrow: its position reaches from the origin's start to the destination's end. */
export function arrowHash(arrow: LabelKey, origin: string, destination: string): string {
  const { label, layer, position, counter } = arrow
  return `ARROW:${label}:${layer}:${positionText(position)}:${counter}:${origin}:${destination}`
}

/** The hash code of a timestamp; times in milliseconds. */
export function timestampHash(
  { layer, position, counter }: Omit<LabelKey, 'label'>,
  startMs: number,
  endMs: number,
  shouldExpand: boolean,
): string {
  return `TIMESTAMP:${layer}:${positionText(position)}:${counter}:${startMs}:${endMs}:${shouldExpand}`
}

/** The hash code of a box around text, whose grammar nobody has seen: like that of a timestamp. */
export function textBoxHash(
  layer: number,
  position: Position | undefined,
  counter: number,
): string {
  const place = position === undefined ? '' : positionText(position)
  return `BOUNDING_BOX:${layer}:${place}:${counter}`
}

/** The hash code of a comment on text. */
export function spanTextHash(position: Position): string {
  return `SPAN_TEXT:${positionText(position)}`
}

/** The position a comment's hash code for text holds; undefined when it is none. */
export function parseSpanTextHash(hash: string): Position | undefined {
  const parts = hash.split(':')
  return parts.length === 9 && parts[0] === 'SPAN_TEXT' ? positionFrom(parts.slice(1)) : undefined
}

/** What a span's hash code holds; undefined when it is none. Item ids may hold colons themselves. */
export function parseSpanHash(hash: string): LabelKey | undefined {
  const parts = hash.split(':')
  if (parts[0] !== 'SPAN' || parts.length < 14) return undefined
  const numbers = parts.slice(-12, -2)
  const layer = integerFrom(numbers[0])
  const position = positionFrom(numbers.slice(1, 9))
  const counter = integerFrom(numbers[9])
  if (layer === undefined || position === undefined || counter === undefined) return undefined
  return { label: parts.slice(1, -12).join(':'), layer, position, counter }
}

function integerFrom(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

function positionFrom(texts: readonly string[]): Position | undefined {
  const [a, b, c, d, e, f, g, h] = texts.map(integerFrom)
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  if (e === undefined || f === undefined || g === undefined || h === undefined) return undefined
  return {
    startRow: a,
    startColumn: b,
    startToken: c,
    startCharacter: d,
    endRow: e,
    endColumn: f,
    endToken: g,
    endCharacter: h,
  }
}
