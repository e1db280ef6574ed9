import type { ShardOrderData } from '../convert/shard-thread.ts'
import type { RangeOrder } from '../inspect/range-thread.ts'
import type { PlanOrder } from '../plan/plan-thread.ts'

/** What the threads of a command are started for. */
export type ThreadOrder = ShardOrderData | RangeOrder | PlanOrder
