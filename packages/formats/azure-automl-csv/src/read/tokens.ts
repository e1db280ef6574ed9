import {
  escapesPath,
  namedLabels,
  nameTrouble,
  noEscapes,
  parseEscapes,
  textOfSource,
  unescapedLabel,
  unescapedToken,
} from '@labelport/format'
import {
  type Cell,
  type LabeledDocument,
  type Span,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'
import { isTag, type Separator, tokenLine } from '../token-line.ts'
import type { Scope } from './read.ts'

interface Draft {
  readonly label: string
  readonly cell: number
  readonly start: number
  end: number
  /** From 1. */
  readonly line: number
}

/** Reads a token and a tag from each line, a row from the lines between empty ones. */
export async function readTokens(lines: readonly string[], scope: Scope): Promise<LabeledDocument> {
  const { path, name, context, tell } = scope
  const table = context.sibling?.(escapesPath)
  const escapes =
    table === undefined
      ? noEscapes
      : parseEscapes(await textOfSource(table, 'azure-automl-csv', context.signal))
  const buffer = new TokenBuffer()
  const counts = new Map<Separator, number>()
  const cells: Cell[] = []
  const drafts: Draft[] = []
  let words: string[] = []
  let end = -1
  let open: Draft | undefined
  const endRow = (): void => {
    if (words.length > 0) {
      cells.push({ row: cells.length, column: 0, text: words.join(' '), tokens: buffer.take() })
    }
    words = []
    end = -1
    open = undefined
  }
  for (const [index, source] of lines.entries()) {
    if (source.trim() === '') {
      endRow()
      continue
    }
    const line = index + 1
    const { token, tag, separator } = tokenLine(source)
    if (isHeader(token, tag, separator, line)) {
      tell('info', 'header', `Found a header, "${source}", and left it out.`, line)
      continue
    }
    if (separator !== undefined) counts.set(separator, (counts.get(separator) ?? 0) + 1)
    if (token === '') {
      tell('warning', 'empty-token', 'Found no text before the tag; the line was left out.', line)
      continue
    }
    if (tag === '') tell('warning', 'missing-tag', 'Found no tag after the token. Read as O.', line)
    const word = unescapedToken(token, escapes)
    const start = end + 1
    end = start + word.length
    buffer.add(start, end)
    words.push(word)
    if (tag === 'O' || tag === '') {
      open = undefined
      continue
    }
    const isWhole = !isTag(tag)
    const label = unescapedLabel(isWhole ? tag : tag.slice(2), escapes)
    if (tag.startsWith('I-') && open?.label === label) {
      open.end = end
      continue
    }
    if (isWhole) {
      const message = 'Found a tag without B- or I-. Read as a label of this token alone.'
      tell('warning', 'unprefixed-tag', message, line)
    } else if (tag.startsWith('I-')) {
      const message =
        'Found I- where no label of this name is open. Read as the beginning of a label.'
      tell('warning', 'orphan-inside', message, line)
    }
    const draft = { label, cell: cells.length, start, end, line }
    drafts.push(draft)
    open = isWhole ? undefined : draft
  }
  endRow()
  const held = [...counts].map(([separator, count]) => `${separator} ${count} times`).join(', ')
  const message = `Read as tokens and tags: ${cells.length} rows; between token and tag stands ${held || 'nothing'}. No real export of this kind has been seen; please compare.`
  tell('info', 'seen', message)
  const { annotations, schema } = spansOf(drafts, scope)
  const document = { id: path, name, tasks: ['token'], cells, media: [], comments: [] } as const
  return { ...document, annotations, schema }
}

/** A first line of words that name columns, as a CSV has it. */
function isHeader(
  token: string,
  tag: string,
  separator: Separator | undefined,
  line: number,
): boolean {
  if (line !== 1 || separator === 'blank' || separator === undefined || isTag(tag)) return false
  return /^(tokens?|words?|text)$/i.test(token.trim()) && /^(tags?|labels?|ner)$/i.test(tag.trim())
}

function spansOf(
  drafts: readonly Draft[],
  { context, tell }: Scope,
): Pick<LabeledDocument, 'annotations' | 'schema'> {
  const names = namedLabels(context.schema)
  const indexOf = new Map<string, number>()
  const annotations = drafts.map(({ label, line, ...target }, index): Span => {
    let at = indexOf.get(label)
    if (at === undefined) {
      at = names.named.length
      indexOf.set(label, at)
      const trouble = nameTrouble(label, names.add(label))
      if (trouble && trouble.what !== 'fine') {
        tell(trouble.finding.severity, trouble.what, trouble.finding.message, line)
      }
    }
    const named = names.named[at] ?? { labelSet: '', label }
    return { type: 'span', id: `span-${index}`, ...named, target, origin: unknownOrigin }
  })
  return { annotations, schema: names.schema() }
}
