import type { LabeledDocument } from '@labelport/model'
import type { Part, WriteContext, Writer } from '../format.ts'

/**
 * How a format writes a data set shard by shard: documents that are written apart from each other, by several
 * threads, machines or runs. `Facts` is plain JSON: it travels between threads and lies in files.
 */
export interface Sharding<Facts = unknown> {
  /**
   * Whether shards, when they share their files, may be written one after the other. Absent means that a data set in
   * one piece has to be written in one go.
   */
  readonly joins?: boolean
  /** Whether shards hold numbers of classes, so that `labels` have to be known before the first is written. */
  readonly numbered?: boolean
  /**
   * Decides by the first document of the data set what has to be the same in all shards; undefined stands for a data
   * set without any. What it returns is plain JSON and given to every shard.
   */
  begin?(first: LabeledDocument | undefined): unknown
  /**
   * What the next shard begins with, where shards that share their files number things on: `begun` is what this one
   * had to begin with. Undefined when it began with less and that shows, so that it has to be written again. Absent
   * means that all begin alike.
   */
  next?(begun: unknown, facts: Facts): unknown
  /** Writes the documents of one shard and returns what `finish` has to know of them. */
  write(
    documents: AsyncIterable<LabeledDocument>,
    context: ShardContext,
  ): AsyncGenerator<Part, Facts>
  /**
   * Puts the parts of shards that share their files into these files, and returns what `finish` has to know of them.
   * Absent means that parts are as they have to be.
   */
  join?(parts: AsyncIterable<Part>): AsyncGenerator<Part, unknown>
  /** Writes the files about the whole data set. The facts come in the order of the shards. */
  finish(facts: readonly Facts[], context: FinishContext): AsyncIterable<Part>
}

/** What a writer is given besides the documents of a shard. */
export interface ShardContext extends WriteContext {
  /** Absent means that the shards share their files: the paths are those of a data set in one piece. */
  readonly shard?: Shard
  /** What `begin` returned. Absent means that the data set has only this shard. */
  readonly begun?: unknown
}

/** Which shard it is; its files carry the numbers in their names. */
export interface Shard {
  /** From 0. */
  readonly index: number
  readonly of: number
}

/** What a writer is given to finish a data set. */
export interface FinishContext extends Omit<WriteContext, 'account' | 'splits'> {
  /** The parts of the data set. Absent when it is not divided. */
  readonly splitNames?: readonly string[]
  /** What `join` returned. Absent when nothing was joined. */
  readonly joined?: unknown
  /** How many shards have files of their own. Absent means that they share them. */
  readonly shards?: number
}

/** A writer of shards that also writes a data set in one go: as the only shard, whose files carry no numbers. */
export function shardedWriter<Facts>(
  shards: Sharding<Facts>,
  abilities: Pick<Writer, 'splits'> = {},
): Writer {
  return {
    ...abilities,
    shards,
    async *write(documents, context) {
      const facts: Facts[] = []
      async function* parts(): AsyncGenerator<Part> {
        facts.push(yield* shards.write(documents, context))
      }
      const joined = yield* shards.join?.(parts()) ?? parts()
      const { account: _, splits, ...about } = context
      const divided = splits === undefined ? {} : { splitNames: splits.names }
      yield* shards.finish(facts, { ...about, ...divided, joined })
    },
  }
}

/** What the name of a shard's file has before its ending, `-00003-of-00012`; empty when files are shared. */
export function shardSuffix(shard: Shard | undefined): string {
  if (shard === undefined) return ''
  const digits = (number: number): string => String(number).padStart(5, '0')
  return `-${digits(shard.index)}-of-${digits(shard.of)}`
}
