import { type Annotation, type Tokens, tokenAt, unknownOrigin } from '@labelport/model'
import type { Word } from '../sentence.ts'

/** The statements of a sentence, and the words whose head does not exist. */
export interface SentenceAnnotations {
  readonly annotations: readonly Annotation[]
  readonly dangling: readonly number[]
}

interface Found {
  readonly labelSet: string
  readonly label: string
}

/** Parts of speech stand in the first column of labels, dependencies in the second. */
const upos = 0
const deprel = 1

/**
 * Makes a label of every word that has a part of speech or an arrow, and an arrow of every head. A word
 * without a part of speech that has an arrow gets the label `_`.
 */
export function annotator(
  named: (column: number, name: string) => Found,
  labelSetOf: (column: number) => string,
): (words: readonly Word[], tokens: Tokens, cell: number) => SentenceAnnotations {
  let spans = 0
  let arrows = 0
  return (words, tokens, cell) => {
    const annotations: Annotation[] = []
    const dangling: number[] = []
    const ends = new Set<number>()
    for (const { id, head } of words) {
      if (head === undefined || head === 0) continue
      if (head > words.length || head === id) dangling.push(id)
      else ends.add(id).add(head)
    }
    const idOf = new Map<number, string>()
    for (const word of words) {
      if (word.upos === undefined && !ends.has(word.id)) continue
      spans += 1
      const id = `word-${spans}`
      idOf.set(word.id, id)
      const target = { cell, ...tokenAt(tokens, word.token) }
      const label = named(upos, word.upos ?? '_')
      annotations.push({ type: 'span', id, ...label, target, origin: unknownOrigin })
    }
    for (const word of words) {
      const from = word.head === undefined ? undefined : idOf.get(word.head)
      const to = idOf.get(word.id)
      if (from === undefined || to === undefined || from === to) continue
      arrows += 1
      const name =
        word.deprel === undefined ? { labelSet: labelSetOf(deprel) } : named(deprel, word.deprel)
      const id = `arrow-${arrows}`
      annotations.push({ type: 'relation', id, ...name, from, to, origin: unknownOrigin })
    }
    return { annotations, dangling }
  }
}
