import { isObject, type JsonObject } from '../datasaur/json-value.ts'
import { positionOfLabel, positionOfShort } from '../datasaur/label-positions.ts'
import { integerAt } from './element-keys.ts'
import { watchKeys } from './key-watch.ts'
import type { LabelUses } from './label-uses.ts'
import { skipSpace } from './value-end.ts'

/** Is told each row in which a label begins or ends, more than once if need be. */
export type RowSeen = (row: number) => void

/** Looks for the rows of the labels of a sentence. */
export interface SentenceLabels {
  /** Reads the list that is a value in bytes; `unread` where only parsing tells its rows. */
  ofList(
    bytes: Uint8Array,
    valueAt: number,
    to: number,
    rowSeen: RowSeen,
  ): 'none' | 'read' | 'unread'
  ofSentence(sentence: JsonObject, rowSeen: RowSeen): void
}

const comma = 0x2c
const openBrace = 0x7b
const openBracket = 0x5b
const closeBracket = 0x5d

/** Opens the search, which tells `uses` of every label. */
export function openSentenceLabels(uses: LabelUses | undefined): SentenceLabels {
  const keys = watchKeys(['sidS', 'sidE', 'startCellLine', 'endCellLine', 'layer', 'l'])
  return {
    ofList(bytes, valueAt, to, rowSeen) {
      const open = skipSpace(bytes, valueAt, to)
      // What is no list holds no labels.
      if (bytes[open] !== openBracket) return 'none'
      let at = skipSpace(bytes, open + 1, to)
      if (bytes[at] === closeBracket) return 'none'
      for (;;) {
        const end = keys.end(bytes, at, to)
        if (end === -1 || end === at) return 'unread'
        if (bytes[at] === openBrace) {
          const [startAt = -1, endAt = -1, longStartAt, longEndAt, ...named] = keys.valueAt
          const isShort = startAt !== -1 && endAt !== -1 && longStartAt === -1 && longEndAt === -1
          const first = isShort && !keys.hasEscapedKey ? integerAt(bytes, startAt, end) : -1
          const last = isShort && !keys.hasEscapedKey ? integerAt(bytes, endAt, end) : -1
          if (first === -1 || last === -1) return 'unread'
          rowSeen(first)
          rowSeen(last)
          const [layerAt = -1, itemAt = -1] = named
          uses?.look(bytes, layerAt, itemAt, end)
        }
        at = skipSpace(bytes, end, to)
        if (bytes[at] === closeBracket) return 'read'
        if (bytes[at] !== comma) return 'unread'
        at = skipSpace(bytes, at + 1, to)
      }
    },
    ofSentence({ labels }, rowSeen) {
      if (!Array.isArray(labels)) return
      for (const source of labels) {
        if (!isObject(source)) continue
        uses?.add(source.layer, source.l)
        const position = positionOfShort(source) ?? positionOfLabel(source)
        if (position === undefined) continue
        rowSeen(position.startRow)
        rowSeen(position.endRow)
      }
    },
  }
}
