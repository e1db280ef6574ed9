/**
 * The keys near the top of a JSON text that may be cut off, as paths such as `data/rows` and
 * `sentences/[]/tokens` (items of lists are `[]`). Looks three levels deep and never fails.
 */
export function outlineOf(text: string): ReadonlySet<string> {
  const paths = new Set<string>()
  const levels: Level[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') {
      const end = endOfString(text, at)
      if (end === -1) return paths
      const level = levels.at(-1)
      if (level?.expectsKey === true && levels.length <= deepest) {
        level.key = text.slice(at + 1, end)
        level.expectsKey = false
        paths.add(pathOf(levels))
      }
      at = end
    } else if (character === '{' || character === '[') {
      levels.push({ isList: character === '[', expectsKey: character === '{', key: '' })
    } else if (character === '}' || character === ']') {
      levels.pop()
    } else if (character === ',') {
      const level = levels.at(-1)
      if (level !== undefined) level.expectsKey = !level.isList
    }
  }
  return paths
}

const deepest = 3

interface Level {
  readonly isList: boolean
  expectsKey: boolean
  key: string
}

function pathOf(levels: readonly Level[]): string {
  return levels.map(({ isList, key }) => (isList ? '[]' : key)).join('/')
}

/** The offset of the closing quote; -1 when the text ends before it. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at += 1
    else if (code === 0x22) return at
  }
  return -1
}
