/** One line of a sentence. */
export type SentenceLine =
  /** A comment, an empty node, or what could not be read; it only comes back as it was. */
  | { readonly type: 'other'; readonly raw: string }
  | { readonly type: 'word'; readonly columns: readonly string[]; readonly word: Word }

/** A word of a sentence and the token it belongs to. */
export interface Word {
  /** The number that heads refer to. */
  readonly id: number
  /** Index of the token; the words of a multiword token share one. */
  readonly token: number
  /** Absent means `_`. */
  readonly upos?: string
  /** Absent means `_` or no number; 0 is the root. */
  readonly head?: number
  /** Absent means `_`. */
  readonly deprel?: string
}

/** A sentence taken apart. */
export interface Sentence {
  readonly lines: readonly SentenceLine[]
  readonly words: readonly Word[]
  /** What its `# text` comment says. */
  readonly text?: string
  readonly forms: readonly string[]
  /** The text that forms and `SpaceAfter=No` give. */
  readonly joined: string
  readonly odd: readonly { readonly what: LineOddity; readonly line: number }[]
}

/** What may be worth telling about a line. */
export type LineOddity = 'multiword-token' | 'empty-node' | 'bad-line'

/** Column numbers. */
export const column = { form: 1, upos: 3, head: 6, deprel: 7, misc: 9 } as const

const textComment = /^# text = (.*)$/s
const wordId = /^[1-9]\d{0,8}$/
const range = /^([1-9]\d{0,8})-([1-9]\d{0,8})$/
const emptyNode = /^\d{1,9}\.[1-9]\d{0,8}$/

/** Takes the lines of a sentence apart; carriage returns are gone already. */
export function parseSentence(rawLines: readonly string[]): Sentence {
  const lines: SentenceLine[] = []
  const words: Word[] = []
  const forms: string[] = []
  const odd: { what: LineOddity; line: number }[] = []
  let text: string | undefined
  let joined = ''
  let gap = ''
  let lastOfToken = 0
  const addToken = (columns: readonly string[]): void => {
    const form = columns[column.form] ?? ''
    forms.push(form)
    joined += gap + form
    gap = columns[column.misc]?.split('|').includes('SpaceAfter=No') ? '' : ' '
  }
  for (const [line, raw] of rawLines.entries()) {
    const columns = raw.split('\t')
    const [id = ''] = columns
    const isTen = columns.length === 10
    const span = range.exec(id)
    if (isTen && wordId.test(id) && Number(id) === words.length + 1) {
      if (Number(id) > lastOfToken) addToken(columns)
      const word = wordOf(columns, forms.length - 1)
      words.push(word)
      lines.push({ type: 'word', columns, word })
      continue
    }
    lines.push({ type: 'other', raw })
    const isNext = span !== null && Number(span[1]) === words.length + 1
    if (raw.startsWith('#')) text ??= textComment.exec(raw)?.[1]
    else if (isTen && isNext && Number(span[2]) >= Number(span[1])) {
      addToken(columns)
      lastOfToken = Number(span[2])
      odd.push({ what: 'multiword-token', line })
    } else odd.push({ what: isTen && emptyNode.test(id) ? 'empty-node' : 'bad-line', line })
  }
  return { lines, words, forms, joined, odd, ...(text !== undefined && { text }) }
}

function wordOf(columns: readonly string[], token: number): Word {
  const [id, , , upos = '_', , , head = '_', deprel = '_'] = columns
  return {
    id: Number(id),
    token,
    ...(upos !== '_' && { upos }),
    ...(/^\d{1,9}$/.test(head) && { head: Number(head) }),
    ...(deprel !== '_' && { deprel }),
  }
}
