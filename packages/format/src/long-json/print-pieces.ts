import { printExactly } from '../exact-json.ts'

/** Pieces are handed on when they have so many UTF-16 code units. */
const pieceLength = 2 ** 20
/** So many elements of a list are printed at once. */
const elementsAtOnce = 256

/**
 * The text of `printExactly` in pieces, for an object with lists that may be too long for one string. A short one comes
 * in one piece.
 */
export function* printPieces(object: Readonly<Record<string, unknown>>): Generator<string> {
  let text = '{'
  let isFirst = true
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue
    text += `${isFirst ? '' : ','}${JSON.stringify(key)}:`
    isFirst = false
    if (!Array.isArray(value)) {
      text += printExactly(value)
      continue
    }
    text += '['
    for (let index = 0; index < value.length; index += elementsAtOnce) {
      const elements = printExactly(value.slice(index, index + elementsAtOnce))
      text += (index === 0 ? '' : ',') + elements.slice(1, -1)
      if (text.length < pieceLength) continue
      yield text
      text = ''
    }
    text += ']'
  }
  yield `${text}}`
}
