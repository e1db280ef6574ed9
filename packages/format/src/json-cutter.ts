/** A run of whole elements of one list. */
export interface JsonPiece {
  /** The keys of the list in the file's object and in one inside it, as they stand; empty when the file is a list itself. */
  readonly keys: readonly string[]
  /** Counts the lists from 1: a key may come twice. */
  readonly list: number
  /** Elements with the commas between them, without the list's brackets. */
  readonly text: string
  /** Where the text begins in the file, in UTF-16 code units. */
  readonly offset: number
  /** Whether a comma comes behind it, so that another element must follow. */
  readonly more: boolean
}

/** Cuts a JSON text, which comes in chunks, into pieces that can be parsed one by one. */
export interface JsonCutter {
  push(chunk: string): void
  end(): void
  /** What is left when the elements of all those lists are taken out: a short JSON text. */
  skeleton(): string
  /** Where a character of the skeleton stands in the file. */
  offsetOf(at: number): number
}

const mark = /["[\]{},]/g

/** Lists are looked for in objects of so many levels: exports have theirs in the file's object, or in one inside it. */
const deepest = 2

/**
 * Takes out the elements of the list that a file is, or of the lists that its object and objects inside it hold, in
 * pieces of at least `length` code units each. Does not judge what it sees: what is no JSON stays so in a piece or in
 * the skeleton.
 */
export function jsonCutter(length: number, take: (piece: JsonPiece) => void): JsonCutter {
  let depth = 0
  /** Depth inside of the list that is being cut; 0 when there is none. */
  let listDepth = 0
  /** How many of the levels from the top are objects and nothing else. */
  let objects = 0
  let inString = false
  let escaped = false
  let list = 0
  /** By level, of those that are objects: the last string, which is a key where a value follows. */
  const keyParts: string[][] = Array.from({ length: deepest + 1 }, () => [])
  let keys: readonly string[] = []
  /** Of the text that is held: of a piece inside of a list, of the skeleton outside. */
  let parts: string[] = []
  let held = 0
  let pieceOffset = 0
  let passed = 0
  const kept: string[] = []
  let keptLength = 0
  const cuts: { readonly at: number; readonly offset: number }[] = []

  const keep = (text: string, offset: number): void => {
    if (text === '') return
    cuts.push({ at: keptLength, offset })
    kept.push(text)
    keptLength += text.length
  }

  const mayBeKey = (): boolean => depth > 0 && depth === objects

  const hand = (more: boolean): void => {
    take({ keys, list, text: parts.join(''), offset: pieceOffset, more })
    parts = []
    held = 0
  }

  return {
    push(chunk) {
      let from = 0
      let at = 0
      const hold = (to: number): void => {
        if (listDepth === 0) keep(chunk.slice(from, to), passed + from)
        else if (to > from) {
          parts.push(chunk.slice(from, to))
          held += to - from
        }
        from = to
      }
      while (at < chunk.length) {
        if (inString) {
          const end = stringEnd(chunk, at, escaped)
          if (mayBeKey()) keyParts[depth]?.push(chunk.slice(at, end === -1 ? chunk.length : end))
          if (end === -1) {
            escaped = isEscaped(chunk, chunk.length, at, escaped)
            break
          }
          inString = false
          escaped = false
          at = end + 1
          continue
        }
        mark.lastIndex = at
        const found = mark.exec(chunk)
        if (found === null) break
        at = found.index + 1
        switch (found[0]) {
          case '"':
            inString = true
            if (mayBeKey()) keyParts[depth] = []
            break
          case '{':
          case '[':
            depth += 1
            if (listDepth !== 0 || objects !== depth - 1) break
            if (found[0] === '{') {
              if (depth <= deepest) objects = depth
              break
            }
            hold(at)
            listDepth = depth
            list += 1
            keys = keyParts.slice(1, depth).map((part) => part.join(''))
            pieceOffset = passed + at
            break
          case ',':
            if (listDepth === 0 || depth !== listDepth || held + found.index - from < length) break
            hold(found.index)
            hand(true)
            from = at
            pieceOffset = passed + at
            break
          default:
            if (listDepth !== 0 && depth === listDepth) {
              hold(found.index)
              hand(false)
              listDepth = 0
            }
            depth -= 1
            objects = Math.min(objects, depth)
        }
      }
      hold(chunk.length)
      passed += chunk.length
    },
    end() {
      // The rest of a list that does not end is judged like every piece.
      if (listDepth !== 0 && held > 0) hand(false)
    },
    skeleton: () => kept.join(''),
    offsetOf(at) {
      if (at >= keptLength) return passed
      const cut = cuts.findLast((one) => one.at <= at)
      return cut === undefined ? at : cut.offset + at - cut.at
    },
  }
}

/** The quote that ends a string whose inside goes on at `from`; -1 when it does not come. */
function stringEnd(text: string, from: number, escaped: boolean): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    if (!isEscaped(text, at, from, escaped)) return at
  }
  return -1
}

/** Whether an odd number of backslashes comes before a character of a string whose inside goes on at `from`. */
function isEscaped(text: string, at: number, from: number, escaped: boolean): boolean {
  let first = at
  while (first > from && text.charCodeAt(first - 1) === 92) first -= 1
  const odd = (at - first) % 2 === 1
  return first === from && escaped ? !odd : odd
}
