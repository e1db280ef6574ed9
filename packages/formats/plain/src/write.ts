import {
  dropTypes,
  fileStart,
  type Part,
  safeName,
  uniqueNames,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

const noPlace = {
  code: 'plain/only-text',
  reason: 'Plain text holds no labels, answers or comments.',
} as const

const notShown = {
  code: 'plain/row-not-shown',
  reason: 'The row is hidden or deleted; plain text holds the rows that are shown.',
} as const

const lineBreak = {
  code: 'plain/line-break',
  reason: 'A line feed inside the row starts a new line, so the row is read back as several.',
} as const

/** Writes the rows that are shown, each with a line feed behind it. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  let path = ''
  for await (const document of documents) {
    signal?.throwIfAborted()
    const isFirst = (document.segment?.index ?? 0) === 0
    if (isFirst) path = unique(safeName(fileName(document.name)))
    const hidden: number[] = []
    const broken: number[] = []
    const lines: string[] = []
    for (const [index, cell] of document.cells.entries()) {
      if (cell.status !== undefined) hidden.push(index)
      else {
        if (cell.text.includes('\n')) broken.push(index)
        lines.push(cell.text)
      }
    }
    const all = lines.map((line) => `${line}\n`).join('')
    const text = endsOpen(document) ? all.slice(0, -1) : all
    yield { path, chunk: isFirst ? fileStart(text) : text }
    account.keep('cell', document.cells.length - hidden.length - broken.length)
    account.drop('cell', { ...notShown, document, ids: hidden })
    account.change('cell', { ...lineBreak, document, ids: broken })
    const types = ['span', 'relation', 'answer', 'box', 'timestamp', 'comment'] as const
    dropTypes(account, document, types, noPlace)
  }
}

function fileName(name: string): string {
  return name.toLowerCase().endsWith('.txt') ? name : `${name}.txt`
}

/** Whether the file this document was read from had no line feed at its end. */
function endsOpen({ extra }: LabeledDocument): boolean {
  const own = extra?.plain
  return typeof own === 'object' && own !== null && 'finalLineFeed' in own && !own.finalLineFeed
}
