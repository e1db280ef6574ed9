import { FormatError } from './diagnostic.ts'
import { foundLength, notJson, parseJson } from './json.ts'
import { type JsonCutter, type JsonPiece, jsonCutter } from './json-cutter.ts'
import { firstMisfit } from './misfit.ts'
import { chunksOf, type Source } from './source.ts'
import { textAtHand, textChunksOf, textOfSource } from './text.ts'

/** In bytes. Texts have at most 2^29 - 24 code units in V8, and fewer elsewhere. */
const longestText = 2 ** 28
const pieceLength = 2 ** 22

/** How a JSON file is read. */
export interface ReadJsonOptions {
  readonly signal?: AbortSignal | undefined
  /** Files of more bytes are parsed in pieces. */
  readonly limit?: number
}

/**
 * The value of a JSON file. A file too long for one string is parsed in pieces, list by list, with the same
 * result: only its own lists and those of objects in it may be long, as in every export. Throws FormatError `<format>/not-json` and
 * `<format>/not-utf-8` with the place.
 */
export async function readJson(
  source: Source,
  format: string,
  { signal, limit = longestText }: ReadJsonOptions = {},
): Promise<unknown> {
  const text = textAtHand(source, signal)
  if (text !== undefined && text.length <= limit) return parseJson(text, source.path, format)
  if (!(await isLonger(source, limit, signal))) {
    return parseJson(await textOfSource(source, format, signal), source.path, format)
  }
  const lists = listsOf(source.path, format, 'kept')
  return readPieces(source, format, lists, { signal, length: Math.min(pieceLength, limit) })
}

/** Goes through a JSON file without holding it. Throws like `readJson` for the first damage there is. */
export async function checkJson(
  source: Source,
  format: string,
  signal?: AbortSignal,
): Promise<void> {
  const lists = listsOf(source.path, format, 'checked')
  await readPieces(source, format, lists, { signal, length: pieceLength })
}

async function readPieces(
  source: Source,
  format: string,
  lists: ReturnType<typeof listsOf>,
  { signal, length }: { readonly signal: AbortSignal | undefined; readonly length: number },
): Promise<unknown> {
  const cutter = jsonCutter(length, lists.take)
  try {
    for await (const chunk of textChunksOf(source, format, signal)) cutter.push(chunk)
    cutter.end()
    return lists.fill(parseSkeleton(cutter, source.path, format))
  } catch (error) {
    if (!(error instanceof Misfit)) throw error
    throw await placed(Math.min(error.offset, firstMisfitOf(cutter)), source, format, signal)
  }
}

/** Whether a source has more than so many bytes. */
async function isLonger(source: Source, limit: number, signal?: AbortSignal): Promise<boolean> {
  if (source.size !== undefined) return source.size > limit
  let length = 0
  for await (const chunk of chunksOf(source, signal)) {
    length += chunk.length
    if (length > limit) return true
  }
  return false
}

/** JSON does not go on at an offset of the file, in UTF-16 code units. */
class Misfit extends Error {
  readonly offset: number

  constructor(offset: number) {
    super('not JSON')
    this.offset = offset
  }
}

/** Where what was kept of the file so far does not go on; a piece may have failed behind it. */
function firstMisfitOf(cutter: JsonCutter): number {
  const text = cutter.skeleton()
  const at = firstMisfit(text)
  return at < text.length ? cutter.offsetOf(at) : Number.POSITIVE_INFINITY
}

/** Finds line and column of an offset by going through the file again; nothing is counted while all is well. */
async function placed(
  offset: number,
  source: Source,
  format: string,
  signal?: AbortSignal,
): Promise<FormatError> {
  let line = 1
  let lineStart = 0
  let passed = 0
  let found = ''
  for await (const chunk of textChunksOf(source, format, signal)) {
    const end = Math.max(0, Math.min(chunk.length, offset - passed))
    for (let at = chunk.indexOf('\n'); at !== -1 && at < end; at = chunk.indexOf('\n', at + 1)) {
      line += 1
      lineStart = passed + at + 1
    }
    if (end < chunk.length) found += chunk.slice(end, end + foundLength - found.length)
    passed += chunk.length
    if (found.length === foundLength) break
  }
  return notJson(format, found, { path: source.path, line, column: offset - lineStart + 1 })
}

/** Parses the elements of the lists that are cut out, and collects them by place where they are to be kept. */
function listsOf(path: string, format: string, purpose: 'kept' | 'checked') {
  const lists = new Map<string, OpenList>()
  return {
    take({ keys, list, text, offset, more }: JsonPiece): void {
      const place = JSON.stringify(keys)
      const open = lists.get(place)
      const continued = open?.list === list
      const elements: unknown[] = continued ? open.elements : []
      if (!continued) lists.set(place, { keys, list, elements })
      // Behind a comma there is an element.
      const before = continued || more ? '[0,' : '['
      const offsetOf = (at: number): number =>
        offset + Math.min(text.length, Math.max(0, at - before.length))
      const parsed = parseAt(`${before}${text}]`, offsetOf, path, format)
      if (!Array.isArray(parsed) || purpose === 'checked') return
      for (let at = before.length === 1 ? 0 : 1; at < parsed.length; at += 1) {
        elements.push(parsed[at])
      }
    },
    fill(skeleton: unknown): unknown {
      // Of two lists in one place the last counts.
      for (const { keys, elements } of [...lists.values()].sort((a, b) => a.list - b.list)) {
        const list = valueAt(skeleton, keys)
        if (!Array.isArray(list)) continue
        list.length = 0
        for (const element of elements) list.push(element)
      }
      return skeleton
    },
  }
}

interface OpenList {
  readonly keys: readonly string[]
  readonly list: number
  readonly elements: unknown[]
}

/** What stands under keys as the file has them. */
function valueAt(root: unknown, keys: readonly string[]): unknown {
  let value = root
  for (const raw of keys) {
    const key = JSON.parse(`"${raw}"`) as string
    const hasKey = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    value = hasKey && !Array.isArray(value) ? Reflect.get(value as object, key) : undefined
  }
  return value
}

function parseSkeleton(cutter: JsonCutter, path: string, format: string): unknown {
  const text = cutter.skeleton()
  return parseAt(text, (at) => cutter.offsetOf(at), path, format)
}

function parseAt(text: string, offsetOf: (at: number) => number, path: string, format: string) {
  try {
    return parseJson(text, path, format)
  } catch (error) {
    throw FormatError.is(error) ? new Misfit(offsetOf(firstMisfit(text))) : error
  }
}
