import type { Line } from '@labelport/format'

/** A line of a file, taken apart. */
export type ConllLine =
  | { readonly type: 'docstart'; readonly text: string; readonly number: number }
  | { readonly type: 'blank'; readonly number: number }
  | {
      readonly type: 'token'
      readonly token: string
      /** What stands between the token and the tag, each column with its separator behind it. */
      readonly middle: string
      /** Absent when there is only a token. */
      readonly tag?: string
      readonly tabs: boolean
      readonly number: number
    }

/** How lines may be that is not written again. */
export type LineHabit = 'line-ends' | 'blank-lines'

/** Takes the lines of a file apart, one after the other. */
export type LineReader = (line: Line) => ConllLine

/**
 * A carriage return at the end is no part of a line. `onHabit` hears of every line that ends with one, and of
 * every empty line behind another.
 */
export function conllLines(onHabit: (habit: LineHabit, line: number) => void): LineReader {
  let isBlank = false
  return ({ text: whole, number }) => {
    const text = trimmed(whole)
    if (whole.endsWith('\r')) onHabit('line-ends', number)
    if (text === '' && isBlank) onHabit('blank-lines', number)
    isBlank = text === ''
    if (text === '') return { type: 'blank', number }
    if (text.startsWith('-') && /^-DOCSTART-(?:[ \t]|$)/.test(text)) {
      return { type: 'docstart', text, number }
    }
    return tokenLine(text, number)
  }
}

/** Most lines end with neither, and need no pattern. */
function trimmed(line: string): string {
  return line.endsWith(' ') || line.endsWith('\r') ? line.replace(/[ \r]+$/, '') : line
}

/** Columns end at tabs where there are any, else at blanks, of which several are one. No other white space cuts. */
function tokenLine(line: string, number: number): ConllLine {
  const tabs = line.includes('\t')
  const text = !tabs && line.includes('  ') ? line.replace(/ +/g, ' ') : line
  const separator = tabs ? '\t' : ' '
  const first = text.indexOf(separator)
  if (first === -1) return { type: 'token', token: text, middle: '', tabs, number }
  const last = text.lastIndexOf(separator)
  const token = text.slice(0, first)
  const middle = text.slice(first + 1, last + 1)
  return { type: 'token', token, middle, tabs, number, tag: text.slice(last + 1) }
}
