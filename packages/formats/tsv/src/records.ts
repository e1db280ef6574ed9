import { quotedRecords, type RecordParser, type RecordSink } from '@labelport/format'
import type { TsvOptions } from './options.ts'
import { plainRecords } from './plain-records.ts'
import { papa, quotesEnclose } from './quotes.ts'

/** So much text from the first quote on decides what quotes mean. */
const sampleLength = 1 << 18

/** A quote at the beginning of a field. */
const openingQuote = /(?:^|[\t\n\r])"/

/** How the quotes of a file are read. Undefined until a field begins with one. */
export type QuoteReading = 'text' | 'csv' | undefined

/** Cuts text into records once it is known what quotes mean. */
export interface TsvRecords extends RecordParser {
  readonly quotes: QuoteReading
}

/**
 * Reads lines plainly until a field begins with a quote, then waits for a sample and decides. `widthOf` gives
 * the width of the table when its header has been read; `decided` is called at line `line` of the file.
 */
export function tsvRecords(
  rule: TsvOptions['quotes'],
  sink: RecordSink,
  widthOf: () => number | undefined,
  decided: (quotes: 'text' | 'csv', line: number) => void,
): TsvRecords {
  let line = 1
  const counting: RecordSink = {
    record(fields, place) {
      line = place.line + 1
      sink.record(fields, place)
    },
    trouble: (trouble) => sink.trouble(trouble),
  }
  const plain = plainRecords(counting)
  let chosen: RecordParser | undefined
  let quotes: QuoteReading
  if (rule === 'csv') {
    chosen = quotedRecords(papa, '\t', sink)
    quotes = 'csv'
  } else if (rule === 'text') {
    chosen = plain
    quotes = 'text'
  }
  // From the beginning of a line on; from the first quote on when `looking`.
  let waiting: string[] = []
  let waitingLength = 0
  let looking = false
  const wait = (text: string): void => {
    waiting.push(text)
    waitingLength += text.length
  }
  const takeWaiting = (): string => {
    const text = waiting.join('')
    waiting = []
    waitingLength = 0
    return text
  }
  const decide = (complete: boolean): RecordParser => {
    const text = takeWaiting()
    const width = widthOf()
    const sample = { text: text.slice(0, sampleLength), complete }
    quotes = quotesEnclose(width === undefined ? sample : { ...sample, width }) ? 'csv' : 'text'
    decided(quotes, line)
    const parser = quotes === 'csv' ? quotedRecords(papa, '\t', sink, line) : plain
    parser.push(text)
    return parser
  }
  /** Hands the lines before the first quote on, or all whole lines, so that a decision begins with a line. */
  const handOn = (text: string): void => {
    const quote = text.search(openingQuote)
    looking = quote !== -1
    const end = text.lastIndexOf('\n', looking ? quote : text.length) + 1
    if (end > 0) plain.push(text.slice(0, end))
    if (end < text.length) wait(text.slice(end))
  }
  return {
    get quotes() {
      return quotes
    },
    push(text) {
      if (chosen !== undefined) return chosen.push(text)
      wait(text)
      // What waits without a line end is not looked at again and again.
      if (!looking && (text.includes('\n') || openingQuote.test(text))) handOn(takeWaiting())
      if (looking && waitingLength >= sampleLength) chosen = decide(false)
    },
    end() {
      if (chosen === undefined && waitingLength > 0) {
        if (looking) chosen = decide(true)
        else plain.push(takeWaiting())
      }
      const parser = chosen ?? plain
      parser.end()
    },
  }
}
