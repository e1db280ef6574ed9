/**
 * The keys near the top of a JSON text that may be cut off, as paths such as `data/rows` and
 * `sentences/[]/tokens` (items of lists are `[]`). Looks three levels deep and never fails.
 * Runs over the beginning of every file, so it looks at character codes and cuts out few strings.
 */
export function outlineOf(text: string): ReadonlySet<string> {
  const paths = new Set<string>()
  const levels: Level[] = []
  let level: Level | undefined
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote: {
        const end = endOfString(text, at)
        if (end === -1) return paths
        if (level?.expectsKey === true && levels.length <= deepest) {
          level.path = level.above + text.slice(at + 1, end)
          level.expectsKey = false
          paths.add(level.path)
        }
        at = end
        break
      }
      case openBrace:
      case openBracket: {
        const isList = text.charCodeAt(at) === openBracket
        const above: string =
          level === undefined ? '' : `${level.isList ? `${level.above}[]` : level.path}/`
        level = {
          isList,
          above: levels.length < deepest ? above : '',
          path: '',
          expectsKey: !isList,
        }
        levels.push(level)
        break
      }
      case closeBrace:
      case closeBracket:
        levels.pop()
        level = levels.at(-1)
        break
      case comma:
        if (level !== undefined) level.expectsKey = !level.isList
        break
      default:
    }
  }
  return paths
}

const deepest = 3
const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d

interface Level {
  readonly isList: boolean
  /** The path of what holds this level, with a slash behind it; empty below the deepest level. */
  readonly above: string
  /** The path of the key that was read last. */
  path: string
  expectsKey: boolean
}

/** The offset of the closing quote; -1 when the text ends before it. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = end - 1
    while (text.charCodeAt(slashes) === backslash) slashes -= 1
    if ((end - slashes) % 2 === 1) return end
  }
  return -1
}
