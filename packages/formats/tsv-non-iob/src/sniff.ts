import type { Confidence, Head } from '@labelport/format'
import { layoutOf } from './detect-layout.ts'

const prefixed = /^[BI]-/
const numbered = /^\d+(?:[-.]\d+)?$/

/** Looks for `#FORMAT=` and `#Text=` lines, or for tokens with labels that have no `B-` or `I-`. */
export function sniff({ text, complete }: Head): Confidence {
  if (layoutOf(text) === 'datasaur-tsv-3') {
    return /#FORMAT=Datasaur TSV/.test(text) ? 'certain' : 'likely'
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  // The last line may be cut, or is what follows the last line feed.
  const last = lines.pop()
  if (complete && last !== '' && last !== undefined) lines.push(last)
  const rows = lines.filter((line) => line !== '').map((line) => line.split('\t'))
  const labels = rows.flatMap(([, ...tags]) => tags.filter((tag) => tag !== '' && tag !== 'O'))
  if (!rows.some((fields) => fields.length > 1) || isOther(rows) || isProse(rows)) return 'no'
  if (labels.length === 0) return 'possible'
  const iob = labels.filter((label) => prefixed.test(label)).length
  if (iob > 0) return iob < labels.length / 2 ? 'possible' : 'no'
  // An empty line ends each row of tokens; tables have none.
  const grouped = lines.includes('') && rows.every((fields) => fields.length <= 6)
  return grouped && rows.every(([token]) => token !== '') ? 'likely' : 'possible'
}

/** Whether the columns are those of CoNLL-U, which has ten and numbers its tokens. */
function isOther(rows: readonly (readonly string[])[]): boolean {
  return rows.some((fields) => fields.length === 10 && numbered.test(fields[0] ?? ''))
}

/** Whether lines are sentences rather than tokens, which seldom hold a blank. */
function isProse(rows: readonly (readonly string[])[]): boolean {
  const sentences = rows.filter(([text = '', ...tags]) => tags.length === 0 && text.includes(' '))
  return 5 * sentences.length > rows.length
}
