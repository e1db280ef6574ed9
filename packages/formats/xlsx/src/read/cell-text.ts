import type { MomentKind } from './number-format.ts'

const dayMs = 86_400_000
/** From 1900-01-01, day 1, to 1970-01-01. */
const daysTo1970 = 25_569
const daysTo1904 = 1462
/** Behind 9999-12-31 there are no dates. */
const lastDay = 2_958_466

/** A number as short as it can be said, however the file says it. Long integers keep their digits. */
export function numberText(written: string): string {
  const text = written.trim()
  if (/^-?\d{16,}$/.test(text)) return text
  const number = Number(text)
  return text === '' || !Number.isFinite(number) ? text : String(number)
}

/**
 * A number that is shown as a moment, in ISO 8601: a date, a time of day, or both where both are there. What
 * lies outside of the calendar stays a number.
 */
export function momentText(written: string, kind: MomentKind, since1904: boolean): string {
  const serial = Number(written)
  const ms = Math.round(serial * dayMs)
  if (!Number.isFinite(serial) || serial < 0 || written.trim() === '') return numberText(written)
  if (kind === 'duration') return clock(ms)
  if (kind === 'time' && ms < dayMs) return clock(ms)
  const day = Math.floor(ms / dayMs) + (since1904 ? daysTo1904 : 0)
  const time = ms % dayMs
  if (day >= lastDay) return numberText(written)
  const date = dateText(day)
  return time === 0 && kind === 'date' ? date : `${date}T${clock(time)}`
}

/** Day 60 is 1900-02-29, which never was; spreadsheets count it all the same, and show day 0 as they do. */
function dateText(day: number): string {
  if (day === 60) return '1900-02-29'
  if (day === 0) return '1900-01-00'
  const shifted = day < 60 ? day + 1 : day
  return new Date((shifted - daysTo1970) * dayMs).toISOString().slice(0, 10)
}

function clock(ms: number): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  const seconds = Math.floor(ms / 1000)
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`
}

/** Flags as spreadsheets show them. */
export const flagText = (flag: boolean): string => (flag ? 'TRUE' : 'FALSE')

/** Text whose characters that XML cannot hold are written as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
