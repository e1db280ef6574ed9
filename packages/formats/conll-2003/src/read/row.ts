import { TokenBuffer, type Tokens } from '@labelport/model'

/** How a tag goes on from the tag before it in its row. */
export type TagPlace = 'outside' | 'begins' | 'begins-beside' | 'continues' | 'orphan' | 'whole'

/** A label of a row while it is being read. */
export interface LabelDraft {
  readonly name: string
  readonly start: number
  end: number
  /** Of its first token, from 1. */
  readonly line: number
}

/** A row that was read. */
export interface Row {
  readonly text: string
  readonly tokens: Tokens
  readonly middles: readonly string[]
  readonly labels: readonly LabelDraft[]
}

/** Collects the tokens of one row after the other. */
export interface RowBuilder {
  readonly isEmpty: boolean
  /** Adds a token. An `I-` of another label than the one before it begins a label, in IOB1 as after repair. */
  add(token: string, middle: string, tag: string, line: number): TagPlace
  /** Ends the row. */
  take(): Row
}

/** Starts with an empty row. */
export function rowBuilder(): RowBuilder {
  const buffer = new TokenBuffer()
  let texts: string[] = []
  let middles: string[] = []
  let labels: LabelDraft[] = []
  let open: LabelDraft | undefined
  let end = -1
  return {
    get isEmpty() {
      return texts.length === 0
    },
    add(token, middle, tag, line) {
      const start = end + 1
      end = start + token.length
      buffer.add(start, end)
      texts.push(token)
      middles.push(middle)
      const isBegin = tag.startsWith('B-')
      if (!isBegin && !tag.startsWith('I-')) {
        open = undefined
        if (tag === 'O' || tag === '') return 'outside'
        labels.push({ name: tag, start, end, line })
        return 'whole'
      }
      const name = tag.slice(2)
      const isBeside = open?.name === name
      if (!isBegin && isBeside && open !== undefined) {
        open.end = end
        return 'continues'
      }
      open = { name, start, end, line }
      labels.push(open)
      if (!isBegin) return 'orphan'
      return isBeside ? 'begins-beside' : 'begins'
    },
    take() {
      const row = { text: texts.join(' '), tokens: buffer.take(), middles, labels }
      texts = []
      middles = []
      labels = []
      open = undefined
      end = -1
      return row
    },
  }
}
