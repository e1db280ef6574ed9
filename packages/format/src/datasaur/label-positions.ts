import type { JsonObject } from './json-value.ts'
import type { Position } from './position.ts'

/** The coordinates of an entry of `labels`; undefined when they are not all integers. */
export function positionOfLabel(source: JsonObject): Position | undefined {
  const { startCellLine, startCellIndex, startTokenIndex, startCharIndex } = source
  const { endCellLine, endCellIndex, endTokenIndex, endCharIndex } = source
  if (!isInteger(startCellLine) || !isInteger(startCellIndex)) return undefined
  if (!isInteger(startTokenIndex) || !isInteger(startCharIndex)) return undefined
  if (!isInteger(endCellLine) || !isInteger(endCellIndex)) return undefined
  if (!isInteger(endTokenIndex) || !isInteger(endCharIndex)) return undefined
  return {
    startRow: startCellLine,
    startColumn: startCellIndex,
    startToken: startTokenIndex,
    startCharacter: startCharIndex,
    endRow: endCellLine,
    endColumn: endCellIndex,
    endToken: endTokenIndex,
    endCharacter: endCharIndex,
  }
}

/** The keys of `labels` that tell a position. */
export function labelPosition(position: Position): JsonObject {
  return {
    startCellIndex: position.startColumn,
    startCellLine: position.startRow,
    startTokenIndex: position.startToken,
    startCharIndex: position.startCharacter,
    endCellIndex: position.endColumn,
    endCellLine: position.endRow,
    endTokenIndex: position.endToken,
    endCharIndex: position.endCharacter,
  }
}

/** The coordinates of a short label, which has no columns; undefined when they are not all integers. */
export function positionOfShort(source: JsonObject): Position | undefined {
  const { sidS, s, charS, sidE, e, charE } = source
  if (!isInteger(sidS) || !isInteger(s) || !isInteger(charS)) return undefined
  if (!isInteger(sidE) || !isInteger(e) || !isInteger(charE)) return undefined
  return {
    startRow: sidS,
    startColumn: 0,
    startToken: s,
    startCharacter: charS,
    endRow: sidE,
    endColumn: 0,
    endToken: e,
    endCharacter: charE,
  }
}

/** The keys of a short label that tell a position. */
export function shortPosition(position: Position): JsonObject {
  return {
    sidS: position.startRow,
    s: position.startToken,
    charS: position.startCharacter,
    sidE: position.endRow,
    e: position.endToken,
    charE: position.endCharacter,
  }
}

function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}
