import type { Confidence, Format } from './format.ts'
import { type Head, headOf, type Source } from './source.ts'

/** What the formats say of a file. */
export interface Detection {
  /** The one format that is surer than all others; absent when none or several are. */
  readonly format?: Format
  /** All formats that did not say no, surest first. */
  readonly candidates: readonly { readonly format: Format; readonly confidence: Confidence }[]
}

const rank = { certain: 3, likely: 2, possible: 1, no: 0 } as const satisfies Record<
  Confidence,
  number
>

/** Asks every format that can read. A tie is shown, never broken by the order of the list. */
export async function detect(
  source: Source,
  formats: readonly Format[],
  signal?: AbortSignal,
): Promise<Detection> {
  return detectHead(await headOf(source, signal), formats)
}

/** Like `detect`, for a beginning that was read already. */
export function detectHead(head: Head, formats: readonly Format[]): Detection {
  // Texts have no such character: what is merely not impossible does not count against one.
  const isBinary = head.text.includes('\0')
  const candidates = formats
    .map((format) => ({ format, confidence: format.reader?.sniff(head) ?? 'no' }))
    .filter(({ confidence }) => confidence !== 'no' && !(isBinary && confidence === 'possible'))
    .sort((a, b) => rank[b.confidence] - rank[a.confidence])
  const [first, second] = candidates
  const tied = first !== undefined && second !== undefined && first.confidence === second.confidence
  return first === undefined || tied ? { candidates } : { format: first.format, candidates }
}
