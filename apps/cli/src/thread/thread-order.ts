import type { ShardOrderData } from '../convert/shard-thread.ts'

/** What the threads of a command are started for. */
export type ThreadOrder = ShardOrderData
