import { serveTasks, type TaskHandler } from '@labelport/node'
import type { ThreadOrder } from './thread/thread-order.ts'

// The program of a thread. What it is started with and asked to do comes from this program's own commands.
serveTasks<unknown, unknown, unknown>(async (data) => {
  const order = data as ThreadOrder
  switch (order.type) {
    case 'shards': {
      const { openShardThread } = await import('./convert/shard-thread.ts')
      return (await openShardThread(order)) as TaskHandler<unknown, unknown, unknown>
    }
    case 'ranges': {
      const { openRangeThread } = await import('./inspect/range-thread.ts')
      return (await openRangeThread(order)) as TaskHandler<unknown, unknown, unknown>
    }
    case 'plans': {
      const { openPlanThread } = await import('./plan/plan-thread.ts')
      return (await openPlanThread(order)) as TaskHandler<unknown, unknown, unknown>
    }
    default:
      return order satisfies never
  }
})
