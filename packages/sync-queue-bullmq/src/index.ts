export { openSyncQueue } from './open.ts'
