import type { LabeledDocument } from '@labelport/model'
import type { Ledger } from '../account.ts'
import { FormatError } from '../diagnostic.ts'
import { accounted } from '../engine.ts'
import type { Format, Part } from '../format.ts'
import type { FinishContext, ShardContext, Sharding } from './sharding.ts'

/** A shard that is being written. */
export interface ShardWriting {
  readonly parts: AsyncIterable<Part>
  /** For when `parts` has ended. Throws FormatError `engine/unbalanced` when statements are missing. */
  result(): ShardResult
}

/** What is known of a shard that was written; plain JSON. */
export interface ShardResult {
  /** What the format has to know of it to finish the data set. */
  readonly facts: unknown
  readonly ledger: Ledger
}

/** Writes the documents of one shard. Throws FormatError like `writeDocuments`, and `engine/no-shards`. */
export function writeShard(
  format: Format,
  documents: AsyncIterable<LabeledDocument>,
  context: Omit<ShardContext, 'account'>,
): ShardWriting {
  const shards = shardsOf(format)
  const { documents: counted, account } = accounted(format, documents, context)
  let facts: unknown
  async function* parts(): AsyncGenerator<Part> {
    facts = yield* shards.write(counted, { ...context, account })
  }
  return { parts: parts(), result: () => ({ facts, ledger: account.close(format.id) }) }
}

/**
 * Puts the parts of shards that share their files, one shard after the other, into these files. Returns what
 * `finishShards` is given as `joined`.
 */
export async function* joinShards(
  format: Format,
  parts: AsyncIterable<Part>,
): AsyncGenerator<Part, unknown> {
  const { join } = shardsOf(format)
  if (join !== undefined) return yield* join(parts)
  yield* parts
  return undefined
}

/** Writes the files about the whole data set, from the facts of all shards in their order. */
export function finishShards(
  format: Format,
  facts: readonly unknown[],
  context: FinishContext,
): AsyncIterable<Part> {
  return shardsOf(format).finish(facts, context)
}

function shardsOf({ title, writer }: Format): Sharding {
  if (writer?.shards !== undefined) return writer.shards
  const message = `${title} can only be written in one go, not shard by shard.`
  throw new FormatError({ severity: 'error', code: 'engine/no-shards', message })
}
