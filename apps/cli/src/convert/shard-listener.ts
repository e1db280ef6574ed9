import type { PlainLabels, ShardPrints, ShardRecord, ShardSurvey } from '@labelport/dataset'
import type { Part } from '@labelport/format'

/** Hears what comes of a shard while it is written. */
export interface ShardListener {
  /** Whoever gives many parts waits for the promise, so that they do not pile up. */
  part(part: Part): void | Promise<void>
  /** How many more files of the source have been read, and which is read now. */
  progress(filesMore: number, path: string): void
}

/** Writes shards, here or on other threads. */
export interface ShardRunner {
  /** How many shards are under way at a time. */
  readonly width: number
  /** How many more may be done and wait for others that come before them. Absent means none. */
  readonly ahead?: number
  /** `begun`: what this shard begins with, where that depends on those before it. */
  write(index: number, listener: ShardListener, begun?: unknown): Promise<ShardRecord>
  /** Reads the documents of a shard for the names of their classes. */
  survey(index: number, progress: ShardListener['progress']): Promise<PlainLabels>
  /** Reads the documents of a shard for what they are compared by. */
  compare(index: number, progress: ShardListener['progress']): Promise<ShardPrints>
  /** Reads the documents of a shard for what decides their splits. */
  lookAt(index: number, progress: ShardListener['progress']): Promise<ShardSurvey>
  /** Ends what is still under way. */
  close(): void
}
