import { lineBatchesOf, type Source } from '@labelport/format'

/** A sentence as it stands in a file. */
export interface Block {
  /** With its line ends and the empty lines behind it. */
  readonly raw: string
  /** The number of its first line, from 1. */
  readonly line: number
}

/** Cuts a file behind empty lines, some sentences at once. A last sentence may lack its empty line. */
export async function* blockBatchesOf(
  source: Source,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly Block[]> {
  let raw = ''
  let first = 1
  let hasText = false
  let isEnded = false
  let ending = ''
  for await (const lines of lineBatchesOf(source, 'conll-u', signal)) {
    const blocks: Block[] = []
    for (const { text, number } of lines) {
      const isBlank = text === '' || text === '\r'
      if (isEnded && !isBlank) {
        blocks.push({ raw: raw + ending, line: first })
        raw = ''
        ending = ''
        first = number
        hasText = false
        isEnded = false
      }
      raw += ending + text
      ending = '\n'
      hasText ||= text.trim() !== ''
      // Empty lines before the first sentence belong to it.
      isEnded ||= isBlank && hasText
    }
    yield blocks
  }
  if (raw !== '') yield [{ raw: raw + ending, line: first }]
}
