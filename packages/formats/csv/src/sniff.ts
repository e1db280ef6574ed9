import { type Confidence, extensionOf, type Head } from '@labelport/format'
import Papa from 'papaparse'

/**
 * Nothing marks a CSV but its name and its shape, and other formats are CSV too: never more than likely.
 */
export function sniff({ path, text, complete }: Head): Confidence {
  if (extensionOf(path) !== '.csv' || text === '') return 'no'
  const lineEnd = text.includes('\n') ? '\n' : '\r'
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: lineEnd, fastMode: false })
  // The last record may be cut, or is what follows the last line end.
  if (!complete || data.at(-1)?.join('') === '') data.pop()
  const [header] = data
  if (header === undefined) return 'no'
  return data.every((record) => record.length === header.length) ? 'likely' : 'possible'
}
