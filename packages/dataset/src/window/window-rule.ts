import { FormatError } from '@labelport/format'

/** What the length of a window is counted in. */
export type WindowUnit = 'tokens' | 'characters' | 'rows'

/** How long documents are cut. */
export interface WindowRule {
  readonly unit: WindowUnit
  /** The most a window holds, unless a single word or row of a table is longer. */
  readonly size: number
  /** How far the next window begins behind the beginning of the one before; less than the size overlaps. */
  readonly stride: number
}

/**
 * Reads a size such as `512`, `512 tokens`, `2000 characters` or `50 rows`, and a stride in the same unit; without a
 * stride windows do not overlap. Throws FormatError `engine/bad-window`.
 */
export function readWindowRule(size: string, stride?: string): WindowRule {
  const [, digits = '', unit = 'tokens'] = /^\s*(\d{1,9})\s*([a-z]+)?\s*$/.exec(size) ?? []
  const known = units.find((one) => one === unit)
  if (known === undefined || !(Number(digits) > 0)) {
    throw badWindow(
      `"${size}" is no size of a window; expected one such as 512, "2000 characters" or "50 rows".`,
    )
  }
  const rule = { unit: known, size: Number(digits), stride: Number(stride ?? digits) }
  if (stride !== undefined && (!/^\s*\d+\s*$/.test(stride) || rule.stride < 1)) {
    throw badWindow(`"${stride}" is no stride; expected a whole number above 0.`)
  }
  if (rule.stride > rule.size) {
    throw badWindow(
      `A stride of ${rule.stride} leaves out what lies between windows of ${rule.size}; expected at most ${rule.size}.`,
    )
  }
  return rule
}

const units = ['tokens', 'characters', 'rows'] as const satisfies readonly WindowUnit[]

function badWindow(message: string): FormatError {
  return new FormatError({ severity: 'error', code: 'engine/bad-window', message })
}
