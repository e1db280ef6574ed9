import { isObject } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** The sentences as they stood in the file, by cell: each with its line ends and the empty line behind it. */
export type KeptSentences = readonly string[]

/** What was kept under this format's id; undefined when the document came from elsewhere. */
export function keptSentences({ extra }: LabeledDocument): KeptSentences | undefined {
  const kept = extra?.['conll-u']
  if (!isObject(kept) || !Array.isArray(kept.sentences)) return undefined
  return kept.sentences.map((one) => (typeof one === 'string' ? one : ''))
}

/** The lines of a kept sentence, without their line ends. */
export function linesOfSentence(raw: string): readonly string[] {
  const lines = raw.split('\n').filter((line) => line !== '' && line !== '\r')
  // A carriage return is part of a `# text` comment unless the words end with one too.
  const hasReturns = lines.some((line) => !line.startsWith('#') && line.endsWith('\r'))
  return hasReturns ? lines.map((line) => line.replace(/\r$/, '')) : lines
}
