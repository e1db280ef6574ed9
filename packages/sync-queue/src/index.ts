export { openMemoryQueue } from './memory-queue.ts'
export { QueueBreach, type QueuePromise, queuePromises } from './promises.ts'
export {
  keyOfJob,
  type OpenSyncQueue,
  type QueueClock,
  type QueueLimit,
  type QueueOptions,
  type Settlement,
  type SyncContent,
  type SyncJob,
  type SyncOutcome,
  type SyncQueue,
  type TakenJob,
} from './queue.ts'
