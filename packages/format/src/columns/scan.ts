import type { RowBatch } from './row-batch.ts'
import type { RowLabels } from './row-labels.ts'
import type { Tag, TagTable } from './tag-table.ts'

/** Something odd about a line that could be read all the same, whatever its tags mean. */
export type LineOddity = 'missing-tag' | 'blank-for-tab' | 'empty-token' | 'empty-row'

/** What scanning works on. */
export interface Scan<Kind extends string, Odd extends string> {
  readonly batch: RowBatch
  readonly tags: TagTable<Kind>
  readonly labels: RowLabels<Kind, Odd>
  /** Tells a tag that follows a blank where a tab should stand. Absent means there are no such tags. */
  readonly looksLikeTag?: LooksLikeTag
  /** The last line that was scanned, from 1. */
  line: number
  /** Tokens of the row that has not ended yet, and the UTF-16 code units of its text. */
  rowTokens: number
  rowUnits: number
  /** Whether a character of it may lie beyond Latin-1. */
  rowWide: boolean
  readonly odd: (what: LineOddity | Odd) => void
  /** Called after each row, when the batch holds it. */
  readonly rowEnded: () => void
}

/** Whether the bytes from `from` to `to` can only be a tag. */
export type LooksLikeTag = (block: Uint8Array, from: number, to: number) => boolean

const tab = 9
const lineFeed = 10
const carriageReturn = 13
const blank = 32
const outsideTag = 79
/** The first byte of U+00FF in UTF-8. */
const lastOfLatin1 = 0xc3

/** Scans lines that end with a line feed: tokens to the batch, tags to the labels. */
export function scanBlock<Kind extends string, Odd extends string>(
  block: Uint8Array,
  scan: Scan<Kind, Odd>,
): void {
  const { batch, tags, labels } = scan
  const { text } = batch
  // A token may need one blank before it and a row a line feed behind it; line feeds and tabs pay for that.
  text.reserve(block.length)
  const { bytes } = text
  const size = block.length
  let at = 0
  let out = text.used
  let units = scan.rowUnits
  let open = labels.open
  while (at < size) {
    scan.line += 1
    let byte = block[at] ?? lineFeed
    if (byte === lineFeed || (byte === carriageReturn && block[at + 1] === lineFeed)) {
      at += byte === lineFeed ? 1 : 2
      text.used = out
      scan.rowUnits = units
      endRow(scan)
      out = text.used
      units = 0
      open = false
      continue
    }
    const first = scan.rowTokens === 0
    if (!first) {
      bytes[out] = blank
      out += 1
      units += 1
    }
    const lineStart = at
    const shift = out - at
    let continued = 0
    // One comparison for nearly every byte: this loop is a third of scanning.
    while (byte > lineFeed || (byte !== tab && byte !== lineFeed)) {
      bytes[at + shift] = byte
      if (byte >= 0x80) {
        // Continuation bytes are no code unit of their own; a character of four bytes is two code units.
        if (byte < 0xc0) continued += 1
        else if (byte >= 0xf0) continued -= 1
        if (byte > lastOfLatin1) scan.rowWide = true
      }
      at += 1
      byte = block[at] ?? lineFeed
    }
    const start = units
    if (byte === lineFeed) {
      // No tab at all: rare, so the line may be looked at again.
      const fields = fieldsAtBlanks(block, lineStart, at, scan.looksLikeTag)
      out = fields.tokenEnd + shift
      units += unitsOf(block, lineStart, fields.tokenEnd)
      scan.odd(fields.tags.length > 0 ? 'blank-for-tab' : 'missing-tag')
      at += 1
      batch.tokens.add(start, units)
      for (const [column, [from, to]] of fields.tags.entries()) {
        takeTag(scan, tags.find(block, from, to), column, first, start, units)
      }
      labels.closeFrom(fields.tags.length)
      open = labels.open
      scan.rowTokens += 1
      continue
    }
    out = at + shift
    units += at - lineStart - continued
    if (start === units) scan.odd('empty-token')
    batch.tokens.add(start, units)
    scan.rowTokens += 1
    if (block[at + 1] === outsideTag && block[at + 2] === lineFeed) {
      at += 3
      if (open) {
        labels.closeFrom(0)
        open = false
      }
      continue
    }
    let column = 0
    while (byte === tab) {
      at += 1
      const from = at
      byte = block[at] ?? lineFeed
      while (byte > lineFeed || (byte !== tab && byte !== lineFeed)) {
        at += 1
        byte = block[at] ?? lineFeed
      }
      const to = byte === lineFeed && at > from && block[at - 1] === carriageReturn ? at - 1 : at
      if (to === from) scan.odd('missing-tag')
      takeTag(scan, tags.find(block, from, to), column, first, start, units)
      column += 1
    }
    at += 1
    labels.closeFrom(column)
    open = labels.open
  }
  text.used = out
  scan.rowUnits = units
}

/** Ends the current row, also one that the end of the file ends. */
export function endRow<Kind extends string, Odd extends string>(scan: Scan<Kind, Odd>): void {
  if (scan.rowTokens === 0) scan.odd('empty-row')
  scan.batch.endRow(scan.rowUnits, scan.rowWide)
  scan.rowEnded()
  scan.rowTokens = 0
  scan.rowUnits = 0
  scan.rowWide = false
}

function takeTag<Kind extends string, Odd extends string>(
  scan: Scan<Kind, Odd>,
  tag: Tag<Kind>,
  column: number,
  first: boolean,
  start: number,
  end: number,
): void {
  const odd = scan.labels.take(tag, column, first, start, end)
  if (odd !== undefined) scan.odd(odd)
}

interface Fields {
  readonly tokenEnd: number
  readonly tags: readonly (readonly [number, number])[]
}

/** Splits a line without tabs before the fields at its end that look like tags. */
function fieldsAtBlanks(
  block: Uint8Array,
  start: number,
  lineEnd: number,
  looksLikeTag: LooksLikeTag | undefined,
): Fields {
  const whole = block[lineEnd - 1] === carriageReturn ? lineEnd - 1 : lineEnd
  const tags: [number, number][] = []
  if (looksLikeTag === undefined) return { tokenEnd: whole, tags }
  let tokenEnd = whole
  for (;;) {
    let to = tokenEnd
    while (to > start && block[to - 1] === blank) to -= 1
    let from = to
    while (from > start && block[from - 1] !== blank) from -= 1
    if (from === start || !looksLikeTag(block, from, to))
      return { tokenEnd: tags.length > 0 ? to : whole, tags }
    tags.unshift([from, to])
    tokenEnd = from
  }
}

function unitsOf(block: Uint8Array, start: number, end: number): number {
  let units = 0
  for (let at = start; at < end; at += 1) {
    const byte = block[at] ?? 0
    if (byte < 0x80) units += 1
    else if (byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
