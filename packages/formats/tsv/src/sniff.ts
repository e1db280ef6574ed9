import { type Confidence, extensionOf, type Head } from '@labelport/format'
import Papa from 'papaparse'

/** Lines as the exports of token projects have them: tokens and tags, in groups between empty lines. */
const tagged = /^[^\t]+(\t(O|[BI]-[^\t]*))+$/

/** Nothing marks a TSV but its name and its shape, and other formats are TSV too: never more than likely. */
export function sniff({ path, text, complete }: Head): Confidence {
  if (extensionOf(path) !== '.tsv' || text === '' || /^\uFEFF?#(FORMAT|Text)=/m.test(text))
    return 'no'
  const lines = text.split(/\r\n|\n|\r/)
  // The last line may be cut, or is what follows the last line end.
  if (!complete || lines.at(-1) === '') lines.pop()
  const filled = lines.filter((line) => line !== '')
  const [header] = filled
  if (header === undefined) return 'no'
  if (filled.filter((line) => tagged.test(line)).length >= 0.8 * filled.length) return 'no'
  if (!header.includes('\t')) return 'possible'
  const plain = filled.length === lines.length && sameWidth(lines.map((line) => line.split('\t')))
  return plain || sameWidth(quoted(text, complete)) ? 'likely' : 'possible'
}

function sameWidth(records: readonly (readonly string[])[]): boolean {
  const width = records[0]?.length
  return width !== undefined && records.every((record) => record.length === width)
}

function quoted(text: string, complete: boolean): readonly (readonly string[])[] {
  const newline = text.includes('\n') ? '\n' : '\r'
  const { data } = Papa.parse<string[]>(text, { delimiter: '\t', newline, fastMode: false })
  if (!complete || data.at(-1)?.join('') === '') data.pop()
  return data
}
