import { joinedByBlanks } from '@labelport/model'
import type { CellTags, Tagging } from './tags.ts'

/** The lines of a document's rows, each row with its blank line; tells what became of the cells. */
export function* blocksOf(tagging: Tagging, tags: CellTags): Generator<string> {
  const { document, fates, escapes, options } = tagging
  const separator = options.separator === 'tab' ? '\t' : ' '
  const middle = options.columns === '4' ? `-X-${separator}-X-${separator}` : ''
  let kept = 0
  for (const [index, { text, tokens, status }] of document.cells.entries()) {
    if (status !== undefined || tokens === undefined || tokens.length === 0) {
      const why = status !== undefined ? 'hidden-cell' : tokens ? 'empty-row' : 'not-tokenized'
      fates.drop('cell', why, index)
      continue
    }
    const cellTags = tags.get(index)
    const special = specialText.test(text)
    let escaped = false
    let block = ''
    for (let at = 0; at < tokens.length; at += 2) {
      const token = text.slice(tokens[at], tokens[at + 1])
      const plain = !special && token !== '' && !token.includes(' ')
      const written = plain ? token : escapes.token(token)
      escaped ||= written !== token
      block += `${written}${separator}${middle}${cellTags?.[at / 2] ?? 'O'}\n`
    }
    if (escaped) fates.change('cell', 'token-escaped', index)
    else if (!joinedByBlanks(text, tokens)) fates.change('cell', 'whitespace', index)
    else kept += 1
    yield `${block}\n`
  }
  fates.keep('cell', kept)
}

/** Whether a text may hold a token that needs another look; blanks are looked for in each token. */
const specialText = /[^\S ]|[\p{Cc}\u2423\u241b#\ud800-\udfff]|-DOCSTART-/u
