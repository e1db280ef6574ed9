import { type Confidence, extensionOf, type Head } from '@labelport/format'

/** A zip with the parts of a workbook, or at least its name. */
export function sniff({ path, text }: Head): Confidence {
  if (!text.startsWith('PK\u0003\u0004')) return 'no'
  const named = extensionOf(path) === '.xlsx'
  const parts = /xl\/(?:workbook|worksheets|styles|sharedStrings|theme|_rels)/i.test(text)
  if (parts) return 'certain'
  return named ? 'likely' : 'no'
}
