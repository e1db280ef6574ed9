import type { LabeledWord, RowWords } from './words.ts'

/** A row that is written without a sentence it came from. */
export interface NewRow {
  /** Without line ends. */
  readonly text: string
  readonly forms: readonly string[]
  /** By token: whether the next one follows without white space. */
  readonly joins: readonly boolean[]
  readonly words: RowWords
}

/** The lines of a row. A token with several labels is a token of several words, whose forms are unknown. */
export function newSentence({ text, forms, joins, words }: NewRow): string {
  const numbers = new Map<LabeledWord, number>()
  const first: number[] = []
  let next = 1
  for (const token of forms.keys()) {
    first.push(next)
    const labeled = words.get(token) ?? []
    for (const [index, word] of labeled.entries()) numbers.set(word, next + index)
    next += Math.max(1, labeled.length)
  }
  const lines = [`# text = ${text}`]
  for (const [token, form] of forms.entries()) {
    const number = first[token] ?? 1
    const labeled = words.get(token) ?? []
    const misc = joins[token] ? 'SpaceAfter=No' : '_'
    const isOne = labeled.length <= 1
    if (!isOne) {
      const end = number + labeled.length - 1
      lines.push(`${number}-${end}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}`)
    }
    for (const [index, word] of (isOne ? [labeled[0]] : labeled).entries()) {
      const { name = '_', head } = word ?? {}
      const ends = head === undefined ? '_\t_' : `${numbers.get(head.word)}\t${head.name}`
      const own = `${isOne ? form : '_'}\t_\t${name}\t_\t_\t${ends}\t_\t${isOne ? misc : '_'}`
      lines.push(`${number + index}\t${own}`)
    }
  }
  return `${lines.join('\n')}\n\n`
}
