import { linesOf, type Source } from '@labelport/format'

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

/** The columns of a line: cut at tabs where there are any, else at blanks. No other white space cuts. */
export function columnsOf(line: string): readonly string[] {
  return line.includes('\t') ? line.split('\t') : line.split(/ +/)
}

/** How lines may be that is not written again. */
export type LineHabit = 'line-ends' | 'blank-lines'

/**
 * The lines of a file; a carriage return at the end is no part of them. `onHabit` hears of every line that
 * ends with one, and of every empty line behind another.
 */
export async function* conllLines(
  source: Source,
  signal: AbortSignal | undefined,
  onHabit: (habit: LineHabit, line: number) => void,
): AsyncGenerator<ConllLine> {
  let isBlank = false
  for await (const { text: whole, number } of linesOf(source, 'conll-2003', signal)) {
    const text = whole.replace(/[ \r]+$/, '')
    if (whole.endsWith('\r')) onHabit('line-ends', number)
    if (text === '' && isBlank) onHabit('blank-lines', number)
    isBlank = text === ''
    if (text === '') yield { type: 'blank', number }
    else if (/^-DOCSTART-(?:[ \t]|$)/.test(text)) yield { type: 'docstart', text, number }
    else {
      const [token = '', ...rest] = columnsOf(text)
      const tag = rest.pop()
      const tabs = text.includes('\t')
      const separator = tabs ? '\t' : ' '
      const middle = rest.map((column) => column + separator).join('')
      yield { type: 'token', token, middle, tabs, number, ...(tag !== undefined && { tag }) }
    }
  }
}
