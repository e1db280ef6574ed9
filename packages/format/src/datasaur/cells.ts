import {
  alignTokens,
  type Cell,
  type Metadata,
  type TokenBuffer,
  type Tokens,
  tokenTexts,
} from '@labelport/model'
import type { Findings } from './findings.ts'
import { isObject, type JsonObject, sameJson } from './json-value.ts'

/** What reading the cells of one file needs. `isOdd` is set when a cell holds more than the model. */
export interface CellScope {
  readonly buffer: TokenBuffer
  readonly findings: Findings
  isOdd: boolean
}

/**
 * Finds a cell's tokens in its text; undefined when the file has none. `pointerAt` names the cell of an
 * index and is called only for findings, so that the ordinary cell costs no text.
 */
export function readTokens(
  text: string,
  value: unknown,
  scope: CellScope,
  pointerAt: (index: number) => string,
  index: number,
): Tokens | undefined {
  if (!Array.isArray(value)) {
    scope.isOdd = true
    if (value === undefined || value === null) return undefined
    scope.findings.wrongType(`${pointerAt(index)}/tokens`, value, 'a list of texts')
    return undefined
  }
  let strings: readonly string[] = value
  for (let at = 0; at < value.length; at += 1) {
    if (typeof value[at] === 'string') continue
    scope.findings.wrongType(`${pointerAt(index)}/tokens/${at}`, value[at], 'a text')
    // An empty token keeps the numbers of the others right.
    strings = value.map((token) => (typeof token === 'string' ? token : ''))
    break
  }
  const { tokens, missing, skipped } = alignTokens(text, strings, scope.buffer)
  if (missing.length > 0) {
    scope.isOdd = true
    const [first = 0] = missing
    const more = missing.length > 1 ? ` and ${missing.length - 1} more` : ''
    const message = `Found the token ${JSON.stringify(strings[first] ?? '')}${more}, which the text does not hold after the token before it.`
    scope.findings.add(
      'warning',
      'token-not-in-text',
      `${pointerAt(index)}/tokens/${first}`,
      message,
    )
  }
  if (skipped.length > 0) {
    const [first = 0] = skipped
    const message = `Found text between the tokens ${first - 1} and ${first}${skipped.length > 1 ? ' and at other places' : ''} that belongs to no token, expected only white space.`
    scope.findings.add('info', 'text-without-token', `${pointerAt(index)}/tokens/${first}`, message)
  }
  return tokens
}

/** Facts attached to a cell; undefined when there are none. Clean lists are used as they are. */
export function readMetadata(
  value: unknown,
  scope: CellScope,
  pointerAt: (index: number) => string,
  index: number,
): readonly Metadata[] | undefined {
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined
    if (value.every(isClean)) return value
    scope.isOdd = true
    const entries: Metadata[] = []
    for (const [at, entry] of value.entries()) {
      const metadata = metadataFrom(entry)
      if (metadata !== undefined) entries.push(metadata)
      else {
        const pointer = `${pointerAt(index)}/metadata/${at}`
        scope.findings.wrongType(pointer, entry, 'an object with the texts key and value')
      }
    }
    return entries.length === 0 ? undefined : entries
  }
  scope.isOdd = true
  if (value !== undefined && value !== null) {
    scope.findings.wrongType(`${pointerAt(index)}/metadata`, value, 'a list')
  }
  return undefined
}

/** Whether an entry has exactly the keys and types of the model. */
function isClean(entry: unknown): entry is Metadata {
  if (!isObject(entry) || typeof entry.key !== 'string' || typeof entry.value !== 'string') {
    return false
  }
  let known = 2
  if (typeof entry.pinned === 'boolean') known += 1
  if (typeof entry.type === 'string') known += 1
  return Object.keys(entry).length === known
}

function metadataFrom(entry: unknown): Metadata | undefined {
  if (!isObject(entry)) return undefined
  const { key, value, pinned, type } = entry
  if (typeof key !== 'string' || typeof value !== 'string') return undefined
  return {
    key,
    value,
    ...(typeof pinned === 'boolean' && { pinned }),
    ...(typeof type === 'string' && { type }),
  }
}

/** The metadata to write: the source's own list when it means the same. */
export function metadataValue(cell: Cell, source: JsonObject | undefined): unknown {
  const own = cell.metadata ?? []
  if (source === undefined) return own
  const { metadata } = source
  const read = Array.isArray(metadata) ? metadata.flatMap((one) => metadataFrom(one) ?? []) : []
  return sameJson(read, own) ? metadata : own
}

/**
 * The token texts to write, undefined for a cell without tokens. The source's own list comes back when
 * the text and the offsets are still those it gave, also where a token was not in the text.
 */
export function tokensValue(
  cell: Cell,
  tokens: Tokens | undefined,
  source: JsonObject | undefined,
  buffer: TokenBuffer,
): unknown {
  if (source !== undefined && source.content === cell.text) {
    const list = source.tokens
    if (!Array.isArray(list)) {
      if (tokens === undefined) return list
    } else if (tokens !== undefined && list.length * 2 === tokens.length) {
      const strings = list.map((token) => (typeof token === 'string' ? token : ''))
      const again = alignTokens(cell.text, strings, buffer).tokens
      if (again.every((offset, index) => offset === tokens[index])) return list
    }
  }
  return tokens === undefined ? undefined : tokenTexts(cell.text, tokens)
}

/** Tokens at white space, as Datasaur's WHITE_SPACE tokenizer cuts them. */
export function whiteSpaceTokens(text: string, buffer: TokenBuffer): Tokens {
  for (const { index, 0: token } of text.matchAll(/\S+/g)) buffer.add(index, index + token.length)
  return buffer.take()
}
