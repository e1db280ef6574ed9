import { isObject, type JsonObject } from '../datasaur/json-value.ts'
import { printExactly } from '../exact-json.ts'

/** Pieces are handed on when they have so many UTF-16 code units. */
const pieceLength = 2 ** 20
/** So many elements of a list are printed at once. */
const elementsAtOnce = 256

/**
 * The text of `printExactly` in pieces, for an object with lists that may be too long for one string: its own, and those
 * of the objects in it. A short one comes in one piece.
 */
export function* printPieces(object: JsonObject): Generator<string> {
  let text = ''
  for (const part of partsOf(object, 'outer')) {
    text += part
    if (text.length < pieceLength) continue
    yield text
    text = ''
  }
  yield text
}

function* partsOf(object: JsonObject, level: 'outer' | 'inner'): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(key)}:`
    before = ','
    if (Array.isArray(value)) yield* elementsOf(value)
    else if (level === 'outer' && isObject(value)) yield* partsOf(value, 'inner')
    else yield printExactly(value)
  }
  yield before === '{' ? '{}' : '}'
}

function* elementsOf(list: readonly unknown[]): Generator<string> {
  yield '['
  for (let index = 0; index < list.length; index += elementsAtOnce) {
    const elements = printExactly(list.slice(index, index + elementsAtOnce))
    yield (index === 0 ? '' : ',') + elements.slice(1, -1)
  }
  yield ']'
}
