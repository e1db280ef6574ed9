import type { Cabinet, LabeledDocument } from '@labelport/model'
import { signatureLength } from '../near/signature.ts'
import { prepare, type Step } from '../prepare/prepare.ts'
import { openByteRows } from '../sieve/byte-rows.ts'
import { fingerprintOf, numberOfFingerprint } from '../split/hash.ts'
import type { SplitKeys } from '../split/split-keys.ts'
import { type SurveyAspects, type SurveyRow, surveyRow } from '../split/survey-row.ts'
import { inReadingOrder, orderOf } from './reading-order.ts'

/**
 * What a survey has to know of the documents of a shard, column by column, in the order they have there. Can be sent to
 * other threads.
 */
export interface ShardSurvey {
  /** Where each stands in the order in which all are read in one go. */
  readonly orders: Float64Array
  /** Fingerprints as numbers; NaN where a document has no text of its own. */
  readonly files: Float64Array
  readonly texts: Float64Array
  readonly names: readonly string[]
  /** Places in `roles`. */
  readonly copies: Uint8Array
  /** The names of what documents count for, each once; `strata` are places in it, those of a document up to its end. */
  readonly stratumNames: readonly string[]
  readonly strata: Uint32Array
  readonly strataEnds: Uint32Array
  /** A row for each document, zeros where it has none; empty when texts are not compared. */
  readonly signatures: Uint8Array
  /** 1 where a document has a signature. */
  readonly signed: Uint8Array
}

const roles: readonly (Cabinet['role'] | undefined)[] = [undefined, 'review', 'labeler', 'root']

/** Prepares the documents of a shard, and takes what a survey has to know. They have to carry their order. */
export async function surveyShard(
  documents: AsyncIterable<LabeledDocument>,
  steps: readonly Step[],
  aspects: SurveyAspects,
): Promise<ShardSurvey> {
  const prepared = prepare(documents, steps, { report: () => {} })
  const orders: number[] = []
  const files: number[] = []
  const texts: number[] = []
  const names: string[] = []
  const copies: number[] = []
  const strata: number[] = []
  const strataEnds: number[] = []
  const signed: number[] = []
  const signatures = openByteRows(signatureLength)
  const blank = new Uint8Array(signatureLength)
  const numbers = new Map<string, number>()
  for await (const document of prepared.documents) {
    const { keys, name, copy, strata: own, signature } = surveyRow(document, aspects)
    orders.push(orderOf(document))
    files.push(numberOfFingerprint(keys.file))
    texts.push(keys.text === undefined ? Number.NaN : numberOfFingerprint(keys.text))
    names.push(name)
    copies.push(roles.indexOf(copy))
    for (const stratum of own) {
      const number = numbers.get(stratum) ?? numbers.size
      numbers.set(stratum, number)
      strata.push(number)
    }
    strataEnds.push(strata.length)
    signed.push(signature === undefined ? 0 : 1)
    if (aspects.nearDuplicates !== undefined) signatures.add(signature ?? blank)
  }
  return {
    orders: Float64Array.from(orders),
    files: Float64Array.from(files),
    texts: Float64Array.from(texts),
    names,
    copies: Uint8Array.from(copies),
    stratumNames: [...numbers.keys()],
    strata: Uint32Array.from(strata),
    strataEnds: Uint32Array.from(strataEnds),
    signatures: signatures.take(),
    signed: Uint8Array.from(signed),
  }
}

/** What is known of all documents, in the order in which they are read in one go; may be gone through several times. */
export function surveyRows(shards: readonly ShardSurvey[]): Iterable<SurveyRow> {
  const order = inReadingOrder(shards.map(({ orders }) => orders))
  return {
    *[Symbol.iterator]() {
      for (const [shard, at] of order) {
        const survey = shards[shard]
        if (survey !== undefined) yield rowAt(survey, at)
      }
    },
  }
}

/** Fingerprints of the document at a place. */
export function keysAt(
  { files, texts }: Pick<ShardSurvey, 'files' | 'texts'>,
  at: number,
): SplitKeys {
  const [file = 0, text = Number.NaN] = [files[at], texts[at]]
  return { file: fingerprintOf(file), ...(!Number.isNaN(text) && { text: fingerprintOf(text) }) }
}

function rowAt(survey: ShardSurvey, at: number): SurveyRow {
  const { names, copies, stratumNames, strata, strataEnds, signatures, signed } = survey
  const copy = roles[copies[at] ?? 0]
  const own = strata.subarray(strataEnds[at - 1] ?? 0, strataEnds[at])
  const row = at * signatureLength
  return {
    keys: keysAt(survey, at),
    name: names[at] ?? '',
    ...(copy && { copy }),
    strata: Array.from(own, (number) => stratumNames[number] ?? ''),
    ...(signed[at] === 1 && { signature: signatures.subarray(row, row + signatureLength) }),
  }
}
