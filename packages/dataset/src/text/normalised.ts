import type { LabeledDocument } from '@labelport/model'

/** The text of a document without regard to case, white space and the form of characters. */
export function normalisedText({ cells }: Pick<LabeledDocument, 'cells'>): string {
  const text = cells.map((cell) => cell.text).join('\n')
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}
