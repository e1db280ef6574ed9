import type { RecordParser, RecordPlace, RecordSink } from '@labelport/format'

/** Cuts text into lines and lines at tabs; quotes are text. */
export function plainRecords(sink: RecordSink, firstLine = 1): RecordParser {
  let carry: string[] = []
  let breakBy: '\n' | '\r' | undefined
  let raw = ''
  const place = {
    line: firstLine,
    lineEnd: '' as RecordPlace['lineEnd'],
    raw: () => raw,
  }
  const record = (line: string, lineEnd: RecordPlace['lineEnd']): void => {
    const crlf = lineEnd === '\n' && line.endsWith('\r')
    raw = crlf ? line.slice(0, -1) : line
    place.lineEnd = crlf ? '\r\n' : lineEnd
    sink.record(raw.split('\t'), place)
    place.line += 1
  }
  const run = (text: string, lineBreak: '\n' | '\r'): void => {
    let from = 0
    for (let to = text.indexOf(lineBreak); to !== -1; to = text.indexOf(lineBreak, from)) {
      carry.push(text.slice(from, to))
      record(carry.length === 1 ? (carry[0] ?? '') : carry.join(''), lineBreak)
      carry = []
      from = to + 1
    }
    if (from < text.length) carry.push(text.slice(from))
  }
  return {
    push(text) {
      breakBy ??= lineBreakIn(carry.at(-1)?.endsWith('\r') === true ? `\r${text}` : text)
      if (breakBy === undefined) {
        carry.push(text)
        return
      }
      const waiting = carry.join('')
      carry = []
      // What waited holds no break but perhaps a carriage return, which is looked at again.
      run(waiting + text, breakBy)
    },
    end() {
      const rest = carry.join('')
      carry = []
      if (rest === '') return
      if (breakBy === undefined && rest.endsWith('\r')) record(rest.slice(0, -1), '\r')
      else record(rest, '')
    },
  }
}

/** A file with carriage returns alone is cut at these; undefined while no break has come. */
function lineBreakIn(text: string): '\n' | '\r' | undefined {
  const [found] = /\r?\n|\r(?=[^\n])/.exec(text) ?? []
  if (found === undefined) return undefined
  return found === '\r' ? '\r' : '\n'
}
