import { type Confidence, extensionOf, type Head } from '@labelport/format'
import { isList } from './python-list.ts'
import { recordsIn } from './records.ts'
import { isTag, taggedShare, tokenLine } from './token-line.ts'

/** Tokens are told by their tags, tables by label cells that are lists of Python. */
export function sniff({ path, text: whole, complete }: Head): Confidence {
  const text = whole.replace(/^\uFEFF/, '')
  if (text.includes('\u0000')) return 'no'
  const lines = text.split(/\r?\n/)
  // The last line may be cut, or is what follows the last line feed.
  if (!complete) lines.pop()
  const share = taggedShare(lines)
  if (share >= 0.8) return share === 1 ? tokensConfidence(path, lines) : 'possible'
  if (extensionOf(path) !== '.csv') return 'no'
  const records = recordsIn(text, () => {}).map(({ fields }) => fields)
  if (!complete) records.pop()
  return tableConfidence(records)
}

/** With tabs, or for CoNLL by name or mark, the lines are just as well those of another format. */
function tokensConfidence(path: string, lines: readonly string[]): Confidence {
  const filled = lines.filter((line) => line !== '')
  if (
    /\.(conll|conllu|iob|tsv)$/i.test(path) ||
    filled.some((line) => line.startsWith('-DOCSTART-'))
  ) {
    return 'possible'
  }
  const parts = filled.map(tokenLine)
  // Two columns exactly: more of them belong to CoNLL.
  const isWide = parts.some(({ token, separator }) => separator === 'blank' && token.includes(' '))
  if (isWide || parts.some(({ separator }) => separator === 'tab')) return 'possible'
  return parts.some(({ tag }) => isTag(tag) && tag !== 'O') ? 'certain' : 'possible'
}

function tableConfidence([header = [], ...records]: readonly (readonly string[])[]): Confidence {
  if (header.length < 2 || records.length === 0) return 'no'
  const lists = header.some((_, column) => {
    const cells = records.map((fields) => fields[column] ?? '').filter((cell) => cell !== '')
    return cells.length > 0 && cells.every(isList)
  })
  if (lists) return 'certain'
  const named = header.map((name) => name.trim().toLowerCase())
  const isUsual = named.length === 2 && named.includes('text') && /^labels?$/.test(named[1] ?? '')
  return isUsual ? 'possible' : 'no'
}
