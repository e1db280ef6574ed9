import type { Confidence, Head } from '@labelport/format'

const tag = /^(?:O|[BI]-\S+)$/
const docstart = /^-DOCSTART-(?:\s|$)/

/** Looks for `-DOCSTART-`, and for at least three columns of which the last is a tag. */
export function sniff({ text, complete }: Head): Confidence {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  // The last line may be cut, or is what follows the last line feed.
  const last = lines.pop() ?? ''
  if (complete) lines.push(last)
  const filled = lines.filter((line) => line.trim() !== '')
  const [first = ''] = filled
  const rows = filled.filter((line) => !docstart.test(line)).map(columnsOf)
  const fitting = rows.filter((fields) => fields.length > 1 && tag.test(fields.at(-1) ?? ''))
  if (docstart.test(first)) return fitting.length >= 0.8 * rows.length ? 'certain' : 'likely'
  const [{ length: width } = { length: 0 }] = rows
  const isEven = rows.every((fields) => fields.length === width)
  if (fitting.length === 0 || width < 3 || width > 6) return 'no'
  // The second column is a part of speech; tags from there on are TSV_IOB.
  if (rows.some(([, second = '']) => tag.test(second))) return 'no'
  if (isEven && fitting.length === rows.length) return 'likely'
  return fitting.length >= 0.8 * rows.length ? 'possible' : 'no'
}

/** Cut at tabs where there are any, else at blanks. No other white space cuts. */
function columnsOf(line: string): readonly string[] {
  return line.includes('\t') ? line.split('\t') : line.split(/ +/)
}
