import type { Source } from '../source.ts'
import { openWindow } from './byte-window.ts'
import {
  type ListPiece,
  type ListScan,
  longestRest,
  NoOutline,
  type Scanner,
  scannerOf,
} from './json-scanner.ts'

/** What is in a JSON object whose lists are too long to be held. */
export interface JsonOutline {
  /** The object with nothing in the lists that were asked for, as JSON. */
  readonly rest: string
  /** By key; a list that the object does not hold is missing. */
  readonly lists: ReadonlyMap<string, readonly ListPiece[]>
}

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b

/**
 * Goes over the bytes of a JSON object once, without parsing or holding its lists. Undefined when it cannot be
 * told: the file is damaged or no object, the key of a list comes twice, or much else is in it. `within` is the key of
 * the object that holds the lists; absent where the file's own object does.
 */
export async function outlineJson(
  source: Source,
  lists: ReadonlyMap<string, ListScan>,
  signal?: AbortSignal,
  within?: string,
): Promise<JsonOutline | undefined> {
  const window = openWindow(source, signal)
  try {
    return await outlined(scannerOf(window), lists, within)
  } catch (error) {
    if (error instanceof NoOutline) return undefined
    throw error
  } finally {
    await window.close()
  }
}

async function outlined(
  scanner: Scanner,
  lists: ReadonlyMap<string, ListScan>,
  within: string | undefined,
): Promise<JsonOutline> {
  const found = new Map<string, readonly ListPiece[]>()
  let length = 0
  const isLongRest = (text: string): boolean => {
    length += text.length
    return length > longestRest
  }
  const restOfList = async (name: string, scan: ListScan): Promise<string> => {
    found.set(name, await scanner.list(scan))
    return '[]'
  }
  const restOfHolder = (): Promise<string> =>
    restOfObject(scanner, isLongRest, (name, next) => {
      const scan = lists.get(name)
      if (scan === undefined) return undefined
      return next === openBracket ? () => restOfList(name, scan) : 'value'
    })
  await scanner.skipByteOrderMark()
  const rest =
    within === undefined
      ? await restOfHolder()
      : await restOfObject(scanner, isLongRest, (name, next) => {
          if (name !== within) return undefined
          return next === openBrace ? restOfHolder : 'value'
        })
  if ((await scanner.next()) !== undefined) throw new NoOutline()
  return { rest, lists: found }
}

/** How the value of a key is gone through that is looked for; undefined for all other keys. */
type Way = 'value' | (() => Promise<string>) | undefined

/** Goes through an object and gives it as JSON, with what the ways leave of the values they take. */
async function restOfObject(
  scanner: Scanner,
  isLongRest: (text: string) => boolean,
  wayOf: (name: string, next: number | undefined) => Way,
): Promise<string> {
  const members: string[] = []
  const seen = new Set<string>()
  await scanner.expect(openBrace)
  for (let next = await scanner.next(); next !== closeBrace; next = await scanner.next()) {
    if (members.length > 0) {
      await scanner.expect(comma)
      next = await scanner.next()
    }
    if (next !== quote) throw new NoOutline()
    const key = await scanner.value()
    await scanner.expect(colon)
    const name = nameOf(key)
    const way = wayOf(name, await scanner.next())
    // Of two members of one name the last counts, whatever the first is.
    if (way !== undefined && seen.has(name)) throw new NoOutline()
    seen.add(name)
    const value = typeof way === 'function' ? await way() : await scanner.value()
    if (isLongRest(key) || (typeof way !== 'function' && isLongRest(value))) throw new NoOutline()
    members.push(`${key}:${value}`)
  }
  await scanner.expect(closeBrace)
  return `{${members.join(',')}}`
}

function nameOf(key: string): string {
  try {
    return JSON.parse(key) as string
  } catch {
    throw new NoOutline()
  }
}
