import { type Cell, TokenBuffer } from '@labelport/model'
import { type CellScope, readMetadata, readTokens } from './cells.ts'
import type { Findings } from './findings.ts'
import { isObject, type JsonObject } from './json-value.ts'

/** A sentence that has short labels: its row, the list and where it stands in the file. */
export interface LabeledSentence {
  readonly row: number
  readonly index: number
  readonly labels: readonly unknown[]
}

/** The cells of a file, its labeled sentences, and those that hold more than the model. */
export interface ReadSentences {
  readonly cells: Cell[]
  readonly labeled: LabeledSentence[]
  readonly odd: JsonObject
}

const pointerAt = (index: number): string => `/sentences/${index}`

/** Where a run of sentences begins in its file. */
export interface SentencesBefore {
  /** How many stand before it. */
  readonly count: number
  /** The highest row among them; -1 when there is none. */
  readonly lastRow: number
}

/**
 * Reads `sentences`: one cell each, whose row is the sentence's id. A run of them is read like a list of its own, so
 * ids of a later run must be beyond `lastRow`.
 */
export function readSentences(
  list: readonly unknown[],
  findings: Findings,
  before: SentencesBefore = { count: 0, lastRow: -1 },
): ReadSentences {
  const buffer = new TokenBuffer(2 * tokenCountOf(list))
  const scope: CellScope = { buffer, findings, isOdd: false }
  const cells: Cell[] = []
  const labeled: LabeledSentence[] = []
  const odd: [string, JsonObject][] = []
  // Ids usually count up; only where they do not, all must be remembered to find two that are equal.
  let taken: Set<number> | undefined
  let { lastRow } = before
  for (let at = 0; at < list.length; at += 1) {
    const source = list[at]
    const index = before.count + at
    if (!isObject(source)) {
      findings.wrongType(pointerAt(index), source, 'a sentence')
      continue
    }
    const { id, content, tokens: strings, metadata: entries, labels } = source
    scope.isOdd = false
    let row = lastRow + 1
    if (isRow(id) && id >= row) row = id
    else {
      taken ??= new Set(cells.map((cell) => cell.row))
      row = rowOf(id, row, taken, index, findings)
      if (row !== id) scope.isOdd = true
    }
    taken?.add(row)
    lastRow = Math.max(lastRow, row)
    let text = ''
    if (typeof content === 'string') text = content
    else {
      scope.isOdd = true
      findings.wrongType(`${pointerAt(index)}/content`, content, 'a text')
    }
    const tokens = readTokens(text, strings, scope, pointerAt, index)
    const metadata = readMetadata(entries, scope, pointerAt, index)
    cells.push(cellOf(row, text, tokens, metadata))
    if (Array.isArray(labels)) {
      if (labels.length > 0) labeled.push({ row, index, labels })
    } else {
      scope.isOdd = true
      if (labels !== undefined && labels !== null) {
        findings.wrongType(`${pointerAt(index)}/labels`, labels, 'a list')
      }
    }
    // The five keys above; one that is missing made the sentence odd already.
    if (scope.isOdd || keyCount(source) !== 5) odd.push([String(row), source])
  }
  return { cells, labeled, odd: Object.fromEntries(odd) }
}

/** How many tokens there are, so that one buffer of the right size holds them all. */
function tokenCountOf(list: readonly unknown[]): number {
  let count = 0
  for (const source of list) {
    if (isObject(source) && Array.isArray(source.tokens)) count += source.tokens.length
  }
  return count
}

/** Whole literals: a key added later would cost each cell a second object. */
function cellOf(
  row: number,
  text: string,
  tokens: Cell['tokens'],
  metadata: Cell['metadata'],
): Cell {
  if (tokens === undefined) {
    return metadata === undefined ? { row, column: 0, text } : { row, column: 0, text, metadata }
  }
  return metadata === undefined
    ? { row, column: 0, text, tokens }
    : { row, column: 0, text, tokens, metadata }
}

/** Counts without making a list of the keys. */
function keyCount(source: JsonObject): number {
  let count = 0
  for (const _ in source) count += 1
  return count
}

function isRow(id: unknown): id is number {
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0
}

/** The row of a sentence whose id is not simply the next number. */
function rowOf(
  id: unknown,
  next: number,
  taken: ReadonlySet<number>,
  index: number,
  findings: Findings,
): number {
  if (isRow(id) && !taken.has(id)) return id
  if (!isRow(id)) findings.wrongType(`${pointerAt(index)}/id`, id, 'an integer from 0')
  else {
    const message = `Found the sentence id ${id} a second time, expected unique ids; it becomes row ${next}, and labels of ${id} belong to the first one.`
    findings.add('error', 'duplicate-sentence', `${pointerAt(index)}/id`, message)
  }
  return next
}
