import { type Format, type Part, type ShardContext, writeShard } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { prepare, type Step } from '../prepare/prepare.ts'
import { sieveSteps } from '../sieve/prints.ts'
import type { OpenSplits } from '../split/open-splits.ts'
import type { SplitLock } from '../split/split-lock.ts'
import { placedSince } from './placed-keys.ts'
import type { ShardRecord } from './shard-record.ts'

/** How the documents of a shard are converted. */
export interface ShardConversionContext extends Omit<ShardContext, 'account' | 'splits' | 'notes'> {
  /** Those whose `sees` is a document or its copies; see `seesWhole` and `siftedSteps`. */
  readonly steps: readonly Step[]
  /** Opened for this shard alone; its leaks are told by `addPlaced`, so its report should be silent. */
  readonly splits?: OpenSplits
  /** What `splits` were opened with. */
  readonly splitLock?: SplitLock
  readonly around?: AroundWriting
}

/** What stands around the writing, without an account, such as hiding people and noting where labels come from. */
export interface AroundWriting {
  documents(documents: AsyncIterable<LabeledDocument>): AsyncIterable<LabeledDocument>
  parts(parts: AsyncIterable<Part>): AsyncIterable<Part>
}

const nothing: AroundWriting = { documents: (same) => same, parts: (same) => same }

/** A shard that is being converted. */
export interface ShardConversion {
  readonly parts: AsyncIterable<Part>
  /** For when `parts` has ended; `diagnostics` are those that were reported. Throws FormatError `engine/unbalanced`. */
  record(diagnostics: ShardRecord['diagnostics']): ShardRecord
}

/** Prepares and writes the documents of one shard. */
export function convertShard(
  documents: AsyncIterable<LabeledDocument>,
  format: Format,
  { steps, splits, splitLock, around = nothing, ...context }: ShardConversionContext,
): ShardConversion {
  const prepared = prepare(documents, steps, { report: context.report })
  const counts = { documents: 0 }
  const divided = splits === undefined ? {} : { splits }
  const counted = around.documents(counting(prepared.documents, counts))
  const writing = writeShard(format, counted, { ...context, ...divided })
  const files = new Set<string>()
  async function* listed(): AsyncGenerator<Part> {
    for await (const part of around.parts(writing.parts)) {
      if ('renamedTo' in part) files.delete(part.path)
      files.add('renamedTo' in part ? part.renamedTo : part.path)
      yield part
    }
  }
  return {
    parts: listed(),
    record: (diagnostics) => ({
      documents: counts.documents,
      files: [...files],
      ...writing.result(),
      steps: prepared.ledgers(),
      diagnostics,
      ...(splits === undefined
        ? {}
        : {
            splits: Object.fromEntries(splits.counts()),
            placed: placedSince(splitLock, splits),
          }),
    }),
  }
}

async function* counting(
  documents: AsyncIterable<LabeledDocument>,
  counts: { documents: number },
): AsyncGenerator<LabeledDocument> {
  for await (const document of documents) {
    if ((document.segment?.index ?? 0) === 0) counts.documents += 1
    yield document
  }
}

/**
 * The steps that have to see all documents, so that nothing can be written shard by shard. Sieves can be decided
 * before; see `sift`.
 */
export function seesWhole(steps: readonly Step[]): readonly Step[] {
  const sieves = sieveSteps(steps)
  return steps.filter((step) => step.sees === undefined && !sieves.includes(step))
}
