import { linesOf, type Source } from '@labelport/format'

/** A sentence as it stands in a file. */
export interface Block {
  /** With its line ends and the empty lines behind it. */
  readonly raw: string
  /** The number of its first line, from 1. */
  readonly line: number
}

/** Cuts a file behind empty lines. A last sentence may lack its empty line. */
export async function* blocksOf(
  source: Source,
  signal: AbortSignal | undefined,
): AsyncGenerator<Block> {
  let raw = ''
  let first = 1
  let isEnded = false
  let ending = ''
  for await (const { text, number } of linesOf(source, 'conll-u', signal)) {
    const isBlank = text === '' || text === '\r'
    if (isEnded && !isBlank) {
      yield { raw: raw + ending, line: first }
      raw = ''
      ending = ''
      first = number
      isEnded = false
    }
    raw += ending + text
    ending = '\n'
    // Empty lines before the first sentence belong to it.
    if (isBlank && raw.trim() !== '') isEnded = true
  }
  if (raw !== '') yield { raw: raw + ending, line: first }
}
