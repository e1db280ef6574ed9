import { type Confidence, extensionOf, type Head } from '@labelport/format'
import { recordsIn } from './records.ts'
import { useOf } from './use-word.ts'

const content = /"(textContent|text_content|textGcsUri|text_gcs_uri)"\s*:/
const labels =
  /"(textSegmentAnnotations|text_segment_annotations|classificationAnnotations?|classification_annotations?)"\s*:/
const older = /"(text_snippet|textSnippet)"\s*:/

/** JSON Lines are told by their keys, CSV by the words for use or by classes that come again. */
export function sniff({ path, text: whole, complete }: Head): Confidence {
  const text = whole.replace(/^\uFEFF/, '').trimStart()
  if (text.startsWith('"{""'))
    return sniff({ path, text: text.slice(1).replaceAll('""', '"'), complete })
  if (text.startsWith('{')) {
    if (content.test(text)) return labels.test(text) ? 'certain' : 'likely'
    return older.test(text) ? 'possible' : 'no'
  }
  if (text === '' || extensionOf(path) !== '.csv') return 'no'
  const records = recordsIn(text, () => {}).map(({ fields }) => fields)
  // The last record may be cut.
  if (!complete) records.pop()
  if (records.length === 0 || records.some(({ length }) => length < 2)) return 'no'
  if (records.every(([first = '']) => useOf(first) !== undefined)) return 'certain'
  return looksLikeClasses(records) ? 'certain' : 'no'
}

const classLength = 60

/**
 * Whether records are texts followed by classes: texts have several words and hardly ever come again, classes
 * are short, and those of the first record come again, as the words of a header do not.
 */
function looksLikeClasses(records: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = records
  if (first === undefined || rest.length === 0) return false
  const later = rest.flatMap(([, ...classes]) => classes)
  const returns = first.slice(1).every((one) => one !== '' && later.includes(one))
  const isShort = later.every((one) => one.length <= classLength && !/[\r\n]/.test(one))
  const texts = records.map(([text = '']) => text)
  const worded = texts.filter((text) => /\S\s+\S|^gs:\/\//.test(text))
  const isVaried = new Set(texts).size > 0.8 * texts.length
  return returns && isShort && isVaried && worded.length >= 0.8 * texts.length
}
