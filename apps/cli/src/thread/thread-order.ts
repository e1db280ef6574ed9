import type { ShardOrderData } from '../convert/shard-thread.ts'
import type { RangeOrder } from '../inspect/range-thread.ts'

/** What the threads of a command are started for. */
export type ThreadOrder = ShardOrderData | RangeOrder
