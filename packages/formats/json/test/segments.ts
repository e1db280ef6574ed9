import {
  type Diagnostic,
  FormatError,
  memorySource,
  type ReadBounds,
  type ReadContext,
  wholeDocuments,
  writeDocuments,
} from '@labelport/format'
import { chunkedSource } from '@labelport/format-testing'
import { type LabeledDocument, validate } from '@labelport/model'
import { json } from '../src/index.ts'
import { read } from '../src/read.ts'

/** Nothing is too short to be cut, and every sentence is a piece. */
export const shortest: ReadBounds = { whole: 0, piece: 1, rows: 1, segment: 1 }

/** What reading a file gave. */
export interface Outcome {
  readonly segments: readonly LabeledDocument[]
  readonly diagnostics: readonly Diagnostic[]
  /** Annotations by their id, with their places. */
  readonly located: readonly string[]
  readonly failure: Diagnostic | undefined
}

/** How a file is read; without bounds whole. */
export interface Way {
  readonly schema?: ReadContext['schema'] | undefined
  readonly bounds?: ReadBounds
  /** Bytes come in chunks of a size. */
  readonly chunk?: number | undefined
}

/** Reads bytes. Every segment is sound. */
export async function outcomeOf(
  content: Uint8Array | string,
  { bounds, chunk, schema }: Way = {},
): Promise<Outcome> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const path = 'note.txt.json'
  const source =
    chunk === undefined
      ? memorySource(path, bytes)
      : { ...chunkedSource(path, bytes, chunk), size: bytes.length }
  const diagnostics: Diagnostic[] = []
  const segments: LabeledDocument[] = []
  const located: string[] = []
  const outcome = { segments, diagnostics, located }
  const context: ReadContext = {
    report: (one) => void diagnostics.push(one),
    locate: (_, id, place) => void located.push(`${id} ${JSON.stringify(place)}`),
    ...(schema && { schema }),
  }
  try {
    for await (const segment of read(source, context, bounds)) {
      const problems = validate(segment)
      if (problems.length > 0) throw new Error(JSON.stringify(problems))
      segments.push(segment)
    }
  } catch (error) {
    if (!FormatError.is(error)) throw error
    return { ...outcome, failure: error.diagnostic }
  }
  return { ...outcome, failure: undefined }
}

/** The segments put together, as writers of whole documents get them. */
export async function togetherOf(
  segments: readonly LabeledDocument[],
): Promise<readonly LabeledDocument[]> {
  const whole: LabeledDocument[] = []
  for await (const one of wholeDocuments(streamOf(segments))) whole.push(one)
  return whole
}

/** The file that documents become, and what was lost. */
export async function writtenOf(documents: readonly LabeledDocument[]): Promise<unknown> {
  const writing = writeDocuments(json, streamOf(documents), { report() {} })
  let text = ''
  for await (const part of writing.parts) if ('chunk' in part) text += part.chunk
  return { text, ledger: writing.ledger() }
}

async function* streamOf(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  yield* documents
}

/** Diagnostics as texts that can be compared: what is told of sentences comes before what is told of any label. */
export function told({ diagnostics, failure }: Outcome): string[] {
  return [...diagnostics, ...(failure ? [failure] : [])]
    .filter(({ code }) => code !== 'json/read-whole' && code !== 'json/wide-segment')
    .map((one) => JSON.stringify(one))
    .sort()
}
