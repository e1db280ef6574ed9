import type { CsvRecord } from '@labelport/format'
import { type Confidence, extensionOf, type Head } from '@labelport/format'
import { columnsOf } from './header.ts'
import { recordsIn } from './records.ts'

/**
 * The header of entities is a mark. Classes have none, so they are told from other CSV files by what they
 * hold; see `looksLikeClasses`.
 */
export function sniff({ path, text, complete }: Head): Confidence {
  if (text === '' || text.startsWith('{') || text.includes('\u0000')) return 'no'
  const records = recordsIn(text.replace(/^\uFEFF/, ''), () => {})
  // The last record may be cut.
  if (!complete) records.pop()
  const [first] = records
  if (first === undefined) return 'no'
  if (columnsOf(first.fields) !== undefined) return 'certain'
  if (extensionOf(path) !== '.csv') return 'no'
  if (records.some(({ fields }) => fields.length !== 2)) return 'no'
  return looksLikeClasses(records, '|') ? 'certain' : 'possible'
}

const classLength = 60

/**
 * Whether two columns are classes and texts: classes are short, those of the first record come again (the
 * words of a header do not), and texts are longer and have several words.
 */
function looksLikeClasses(records: readonly CsvRecord[], delimiter: string): boolean {
  const [first, ...rest] = records
  if (first === undefined || rest.length === 0) return false
  const classes = rest.map(({ fields }) => (fields[0] ?? '').split(delimiter))
  const later = new Set(classes.flat())
  const [label = '', text = ''] = first.fields
  const returns = label.split(delimiter).every((one) => later.has(one))
  const short = classes.flat().every((one) => one !== '' && one.length <= classLength)
  const worded = records.filter(({ fields: [, said = ''] }) => /\S\s+\S/.test(said))
  return returns && short && /\S\s+\S/.test(text) && worded.length >= 0.8 * records.length
}
