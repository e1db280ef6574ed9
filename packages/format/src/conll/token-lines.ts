import { joinedByBlanks } from '@labelport/model'
import type { CellTags, Tagging } from './tag-cells.ts'

/** What stands on a line between the token and its tag. */
export interface LineForm {
  readonly separator: ' ' | '\t'
  /** The columns between token and tag, each with its separator behind it. */
  readonly middle: string
  /** The same by token, where the tokens of a cell differ in it. Absent means that none do. */
  readonly middlesOf?: (cell: number) => readonly string[] | undefined
}

/** The lines of a document's rows, each row with its blank line; tells what became of the cells. */
export function* tokenLines(
  { document, fates, escapes }: Pick<Tagging, 'document' | 'fates' | 'escapes'>,
  tags: CellTags,
  { separator, middle, middlesOf }: LineForm,
): Generator<string> {
  const outside = `${separator}${middle}O\n`
  const ending = `${outside}\n`
  let kept = 0
  for (const [index, { text, tokens, status }] of document.cells.entries()) {
    if (status !== undefined || tokens === undefined || tokens.length === 0) {
      const why = status !== undefined ? 'hidden-cell' : tokens ? 'empty-row' : 'not-tokenized'
      fates.drop('cell', why, index)
      continue
    }
    const cellTags = tags.get(index)
    const middles = middlesOf?.(index)
    const special = specialText.test(text)
    const joined = joinedByBlanks(text, tokens)
    if (joined && !special && !cellTags && !middles && tokens.length === 2 * wordCount(text)) {
      kept += 1
      yield text.replaceAll(' ', outside) + ending
      continue
    }
    let escaped = false
    // Joined at once: millions of small concatenations would keep the garbage collector busy.
    const pieces: string[] = []
    for (let at = 0; at < tokens.length; at += 2) {
      const token = text.slice(tokens[at], tokens[at + 1])
      const plain = !special && token !== '' && !token.includes(' ')
      const written = plain ? token : escapes.token(token)
      escaped ||= written !== token
      const tag = cellTags?.[at / 2]
      if (tag === undefined && middles === undefined) pieces.push(written, outside)
      else pieces.push(`${written}${separator}${middles?.[at / 2] ?? middle}${tag ?? 'O'}\n`)
    }
    if (escaped) fates.change('cell', 'token-escaped', index)
    else if (!joined) fates.change('cell', 'whitespace', index)
    else kept += 1
    pieces.push('\n')
    yield pieces.join('')
  }
  fates.keep('cell', kept)
}

/** How many pieces the blanks of a text cut it into; 0 when one of the pieces is empty. */
function wordCount(text: string): number {
  let count = 0
  let start = 0
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', start)) {
    if (at === start) return 0
    count += 1
    start = at + 1
  }
  return start === text.length ? 0 : count + 1
}

/** Whether a text may hold a token that needs another look; blanks are looked for in each token. */
const specialText = /[^\S ]|[\p{Cc}\u2423\u241b#\ud800-\udfff]|-DOCSTART-/u
