import {
  type Diagnostic,
  FormatError,
  memorySource,
  type ReadBounds,
  type Source,
  wholeDocuments,
  writeDocuments,
} from '@labelport/format'
import { type LabeledDocument, validate } from '@labelport/model'
import { datasaurSchema } from '../src/index.ts'
import { inFileOrder, joinedExtra } from '../src/join-segments.ts'
import { read } from '../src/read.ts'

/** Nothing is too short to be cut, and every row and label is a piece. */
export const shortest: ReadBounds = { whole: 0, piece: 1, rows: 1, segment: 1 }

/** What reading a file gave. */
export interface Outcome {
  readonly segments: readonly LabeledDocument[]
  readonly diagnostics: readonly Diagnostic[]
  readonly failure: Diagnostic | undefined
  /** Where statements were found, as texts. */
  readonly places: readonly string[]
}

/** A source that hands its bytes out in chunks of a size. */
export function chunked(path: string, bytes: Uint8Array, size: number): Source {
  return {
    path,
    size: bytes.length,
    open() {
      let at = 0
      return new ReadableStream({
        pull(controller) {
          if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size))
          at += size
          if (at >= bytes.length) controller.close()
        },
      })
    },
  }
}

/** Reads bytes with bounds; absent ones read them whole. Every segment is sound. */
export async function outcomeOf(
  content: Uint8Array | string,
  bounds?: ReadBounds,
  chunk?: number,
): Promise<Outcome> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const path = 'note.txt.json'
  const source = chunk === undefined ? memorySource(path, bytes) : chunked(path, bytes, chunk)
  const diagnostics: Diagnostic[] = []
  const segments: LabeledDocument[] = []
  const places: string[] = []
  const context = {
    report: (one: Diagnostic): void => void diagnostics.push(one),
    locate: (...place: readonly unknown[]): void => void places.push(JSON.stringify(place)),
  }
  try {
    for await (const segment of read(source, context, bounds)) {
      const problems = validate(segment)
      if (problems.length > 0) throw new Error(JSON.stringify(problems))
      segments.push(segment)
    }
  } catch (error) {
    if (!FormatError.is(error)) throw error
    return { segments, diagnostics, failure: error.diagnostic, places }
  }
  return { segments, diagnostics, failure: undefined, places }
}

/** The segments put together, as the writer of this format gets them. */
export async function togetherOf(
  segments: readonly LabeledDocument[],
): Promise<readonly LabeledDocument[]> {
  const whole: LabeledDocument[] = []
  for await (const one of wholeDocuments(streamOf(segments), joinedExtra)) {
    whole.push(inFileOrder(one))
  }
  return whole
}

/** The file that documents become. */
export async function writtenOf(documents: readonly LabeledDocument[]): Promise<string> {
  const writing = writeDocuments(datasaurSchema, streamOf(documents), { report() {} })
  let text = ''
  for await (const part of writing.parts) if ('chunk' in part) text += part.chunk
  // Throws when the account does not balance.
  writing.ledger()
  return text
}

/** Documents one after the other. */
export async function* streamOf(
  documents: readonly LabeledDocument[],
): AsyncGenerator<LabeledDocument> {
  yield* documents
}

/** Diagnostics as texts that can be compared whatever their order. */
export function told({ diagnostics, failure }: Outcome): string[] {
  return [...diagnostics, ...(failure ? [failure] : [])]
    .filter(({ code }) => !memoryCodes.has(code))
    .map((one) => JSON.stringify(one))
    .sort()
}

const memoryCodes: ReadonlySet<string> = new Set([
  'datasaur-schema/read-whole',
  'datasaur-schema/wide-segment',
])
