import { joinedByBlanks } from '@labelport/model'
import type { CellTags, Tagging } from './tags.ts'

/** The lines of a document's rows, each row with its blank line; tells what became of the cells. */
export function* blocksOf(tagging: Tagging, tags: CellTags): Generator<string> {
  const { document, fates, escapes, options } = tagging
  const separator = options.separator === 'tab' ? '\t' : ' '
  const middle = options.columns === '4' ? `-X-${separator}-X-${separator}` : ''
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
    const special = specialText.test(text)
    const joined = joinedByBlanks(text, tokens)
    if (joined && !special && cellTags === undefined && tokens.length === 2 * wordCount(text)) {
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
      pieces.push(written, tag === undefined ? outside : `${separator}${middle}${tag}\n`)
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
