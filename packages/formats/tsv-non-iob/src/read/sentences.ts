import { lineBatchesOf, type Report, type Source } from '@labelport/format'

/** A token line, taken apart at its tabs. */
export interface TokenLine {
  /** From 1. */
  readonly line: number
  /** As the file counts them. Absent when the second field is no range. */
  readonly range?: readonly [start: number, end: number]
  readonly text: string
  /** What follows the three fixed fields. */
  readonly fields: readonly string[]
}

/** A row: what its `#Text=` lines say, and its tokens. */
export interface Sentence {
  readonly line: number
  /** Absent when there is no such line. */
  readonly text?: string
  readonly tokens: readonly TokenLine[]
}

const textMark = '#Text='

/** The rows of a file. Several `#Text=` lines one after the other are one text with line feeds. */
export async function* sentencesOf(
  source: Source,
  report: Report,
  signal: AbortSignal | undefined,
): AsyncGenerator<Sentence> {
  let texts: string[] = []
  let tokens: TokenLine[] = []
  let first = 0
  // A carriage return may also be the end of a text, so the first line decides for all.
  let hasReturns: boolean | undefined
  const take = (): Sentence | undefined => {
    if (texts.length === 0 && tokens.length === 0) return undefined
    const text = texts.length > 0 ? { text: texts.join('\n') } : {}
    const sentence = { line: first, ...text, tokens }
    texts = []
    tokens = []
    return sentence
  }
  for await (const lines of lineBatchesOf(source, 'tsv-non-iob', signal)) {
    for (const { text: whole, number: line } of lines) {
      hasReturns ??= whole.endsWith('\r')
      const text = hasReturns && whole.endsWith('\r') ? whole.slice(0, -1) : whole
      const isText = text.startsWith(textMark)
      if (text === '' || (isText && tokens.length > 0)) {
        const sentence = take()
        if (sentence !== undefined) yield sentence
      }
      if (text === '') continue
      if (texts.length === 0 && tokens.length === 0) first = line
      if (isText) texts.push(text.slice(textMark.length))
      else if (text.startsWith('#')) {
        if (text.startsWith('#FORMAT=')) continue
        const message = `Found the line ${JSON.stringify(text.slice(0, 60))}; only "#FORMAT=" and "#Text=" are known. It is not read.`
        const place = { path: source.path, line }
        report({ severity: 'info', code: 'tsv-non-iob/other-line', message, place })
      } else {
        const token = tokenLine(text, line)
        if (token !== undefined) tokens.push(token)
        else {
          const message = `Found ${text.split('\t').length} fields, expected a number, a range and a token at least; the line is skipped.`
          const place = { path: source.path, line }
          report({ severity: 'error', code: 'tsv-non-iob/bad-line', message, place })
        }
      }
    }
  }
  const last = take()
  if (last !== undefined) yield last
}

function tokenLine(text: string, line: number): TokenLine | undefined {
  const [, range = '', token, ...fields] = text.split('\t')
  if (token === undefined) return undefined
  const match = /^(\d{1,15})-(\d{1,15})$/.exec(range)
  return {
    line,
    ...(match && { range: [Number(match[1]), Number(match[2])] }),
    text: token,
    fields,
  }
}
