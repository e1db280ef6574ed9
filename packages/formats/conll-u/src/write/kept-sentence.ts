import { linesOfSentence } from '../extra.ts'
import { column, parseSentence, type Sentence, type Word } from '../sentence.ts'
import type { LabeledWord, RowWords } from './words.ts'

/** A sentence of the file a document was read from. */
export interface KeptSentence {
  readonly raw: string
  readonly sentence: Sentence
}

/** Takes a kept sentence apart. */
export function keptSentence(raw: string): KeptSentence {
  return { raw, sentence: parseSentence(linesOfSentence(raw)) }
}

/**
 * The sentence with the labels and arrows of the document. Everything else comes back as it was; undefined
 * when a token has more labels than words, so that there is no line for them.
 */
export function updatedSentence(
  { raw, sentence }: KeptSentence,
  words: RowWords,
): string | undefined {
  const labelOf = new Map<number, LabeledWord>()
  const numbers = new Map<LabeledWord, number>()
  for (const [token, labeled] of words) {
    const own = sentence.words.filter((word) => word.token === token)
    if (labeled.length > own.length) return undefined
    // Words without a label of their own are passed over while there are words enough for the rest.
    let spare = own.length - labeled.length
    let at = 0
    for (const word of own) {
      const label = labeled[at]
      if (label === undefined) break
      if (word.upos === undefined && label.name !== '_' && spare > 0) {
        spare -= 1
        continue
      }
      labelOf.set(word.id, label)
      numbers.set(label, word.id)
      at += 1
    }
  }
  let index = 0
  return raw
    .split('\n')
    .map((line) => {
      if (line === '' || line === '\r') return line
      const parsed = sentence.lines[index]
      index += 1
      if (parsed?.type !== 'word') return line
      return lineOf(line, parsed.word, sentence.words.length, labelOf.get(parsed.word.id), numbers)
    })
    .join('\n')
}

function lineOf(
  line: string,
  word: Word,
  count: number,
  label: LabeledWord | undefined,
  numbers: ReadonlyMap<LabeledWord, number>,
): string {
  const columns = line.split('\t')
  columns[column.upos] = label?.name ?? '_'
  if (label?.head !== undefined) {
    columns[column.head] = String(numbers.get(label.head.word))
    columns[column.deprel] = label.head.name
  } else if (hadArrow(word, count)) {
    columns[column.head] = '_'
    columns[column.deprel] = '_'
  }
  return columns.join('\t')
}

/** Whether the source had an arrow here. The root and heads that do not exist are none, and stay. */
function hadArrow({ id, head }: Word, count: number): boolean {
  return head !== undefined && head > 0 && head <= count && head !== id
}
