import { type Ledger, wholeDocuments, writeDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { jsonAdvanced } from '../src/index.ts'
import { inFileOrder, joinedExtra } from '../src/join-segments.ts'

/** What writing documents gave. */
export interface Written {
  readonly text: string
  readonly ledger: Ledger
  /** So many code units were handed on before the last document was asked for. */
  readonly early: number
}

/** Writes documents. */
export async function writing(documents: readonly LabeledDocument[]): Promise<Written> {
  let text = ''
  let early = 0
  async function* handedOver() {
    for (const [index, document] of documents.entries()) {
      if (index > 0 && index + 1 === documents.length) early = text.length
      yield document
    }
  }
  const under = writeDocuments(jsonAdvanced, handedOver(), { report() {} })
  for await (const part of under.parts) if ('chunk' in part) text += part.chunk
  return { text, ledger: under.ledger(), early }
}

/** Segments put together as one document. */
export async function togetherWith(
  segments: readonly LabeledDocument[],
): Promise<readonly LabeledDocument[]> {
  async function* stream() {
    yield* segments
  }
  const whole: LabeledDocument[] = []
  for await (const one of wholeDocuments(stream(), joinedExtra)) whole.push(inFileOrder(one))
  return whole
}
