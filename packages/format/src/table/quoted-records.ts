/** A record and where it stood. */
export interface RecordPlace {
  /** Of its first character, from 1. */
  readonly line: number
  readonly lineEnd: '\r\n' | '\n' | '\r' | ''
  /** The record as it stands in the file, without its line end. */
  readonly raw: () => string
}

/** Something wrong with the quotes of a record; line and column from 1. */
export interface QuoteTrouble {
  readonly type: 'stray-quote' | 'unclosed-quote'
  readonly line: number
  readonly column: number
}

/** What records are handed to. Fields and place are valid during the call only. */
export interface RecordSink {
  record(fields: string[], place: RecordPlace): void
  trouble(trouble: QuoteTrouble): void
}

/** Cuts text that arrives in pieces into records. */
export interface RecordParser {
  push(text: string): void
  end(): void
}

type LineBreak = '\n' | '\r'

/** What papaparse is configured with. */
export interface PapaConfig {
  readonly delimiter: ',' | '\t'
  readonly newline: '\n' | '\r'
  readonly fastMode: false
  readonly step: (step: PapaStep) => void
}

/** The part of papaparse that cuts text into records; handed over by the formats that depend on it. */
export type PapaParser = (config: PapaConfig) => {
  parse(text: string, baseIndex: number, ignoreLastRow: boolean): unknown
}

/**
 * Papaparse does the parsing. It splits at one kind of line break only, so it is given `\n` (or `\r` where a
 * file has nothing else) and the `\r` before it is taken off here; that reads files with mixed ends.
 */
export function quotedRecords(
  parserOf: PapaParser,
  delimiter: PapaConfig['delimiter'],
  sink: RecordSink,
  firstLine = 1,
): RecordParser {
  let waiting = ''
  let lineBreak: LineBreak | undefined
  let line = firstLine
  // Text without the end of a record is looked at again only when it has doubled: time stays linear.
  let patience = 0

  const run = (text: string, atEnd: boolean): void => {
    lineBreak ??= lineBreakOf(text, atEnd)
    if (lineBreak === undefined) {
      waiting = text
      patience = text.length
      return
    }
    const end = lineBreak
    let from = 0
    const place = {
      line,
      lineEnd: '' as RecordPlace['lineEnd'],
      raw: () => text.slice(from, to - place.lineEnd.length),
    }
    let to = 0
    const parser = parserOf({
      delimiter,
      newline: end,
      fastMode: false,
      step({ data, errors, meta }) {
        const [fields] = data
        if (fields === undefined) return
        to = meta.cursor
        place.line = line
        place.lineEnd = lineEndBefore(text, from, to, end)
        if (place.lineEnd === '\r\n') takeReturnOff(fields, text, from, to, delimiter)
        for (const [at, error] of errors.entries()) {
          const before = errors[at - 1]
          // Each stray quote of a field is told again at the beginning of the field.
          if (before?.index === error.index && before?.code === error.code) continue
          sink.trouble(troubleAt(text, from, line, error))
        }
        sink.record(fields, place)
        line += breaksBetween(text, from, to, end)
        from = to
      },
    })
    parser.parse(text, 0, !atEnd)
    waiting = text.slice(from)
    patience = from === 0 ? text.length : 0
  }
  return {
    push(text) {
      waiting += text
      if (waiting.length < 2 * patience) return
      run(waiting, false)
    },
    end() {
      // What ends like a record is one; only the rest is cut off by the end of the file.
      if (waiting !== '') run(waiting, false)
      if (waiting !== '') run(waiting, true)
    },
  }
}

/** What papaparse hands over for each record: `data` holds the one array of its fields. */
export interface PapaStep {
  readonly data: readonly string[][]
  readonly errors: readonly { readonly code: string; readonly index?: number }[]
  readonly meta: { readonly cursor: number }
}

/** Line feeds if there are any outside of quotes; undefined while that cannot be told. */
function lineBreakOf(text: string, atEnd: boolean): LineBreak | undefined {
  let quoted = false
  let returns = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') quoted = !quoted
    else if (character === '\n' && !quoted) return '\n'
    else if (character === '\r' && !quoted) {
      if (at + 1 < text.length && text[at + 1] !== '\n') return '\r'
      returns = true
    }
  }
  if (!atEnd) return undefined
  return returns ? '\r' : '\n'
}

function lineEndBefore(
  text: string,
  from: number,
  to: number,
  end: LineBreak,
): RecordPlace['lineEnd'] {
  if (to === from || text[to - 1] !== end) return ''
  if (end === '\r') return '\r'
  return to - from > 1 && text[to - 2] === '\r' ? '\r\n' : '\n'
}

/** An unquoted last field still has the carriage return of its line end. */
function takeReturnOff(
  fields: string[],
  text: string,
  from: number,
  to: number,
  delimiter: string,
): void {
  const last = fields.at(-1) ?? ''
  if (!last.endsWith('\r')) return
  const start = to - 1 - last.length
  const unquoted = text.startsWith(last, start) && (start === from || text[start - 1] === delimiter)
  if (unquoted) fields[fields.length - 1] = last.slice(0, -1)
}

function breaksBetween(text: string, from: number, to: number, end: LineBreak): number {
  let count = 0
  for (let at = text.indexOf(end, from); at !== -1 && at < to; at = text.indexOf(end, at + 1)) {
    count += 1
  }
  return count
}

function troubleAt(
  text: string,
  from: number,
  line: number,
  error: PapaStep['errors'][number],
): QuoteTrouble {
  // Papaparse gives the place behind the opening quote.
  const index = Math.max(from, (error.index ?? from + 1) - 1)
  const before = text.slice(from, index).split('\n')
  const type = error.code === 'MissingQuotes' ? 'unclosed-quote' : 'stray-quote'
  return { type, line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 }
}
