export { downloadTarget, type FileDownload } from './download-target.ts'
export { fileSource } from './file-source.ts'
export { folderSources } from './folder-sources.ts'
export { isRunning } from './is-running.ts'
export { clearLeftovers } from './leftovers.ts'
export { type OpenFile, openFile } from './open-file.ts'
export type { WrittenFile } from './output-files.ts'
export { type PartBatches, partBatches } from './part-batches.ts'
export { type Send, serveTasks, type TaskHandler } from './serve-tasks.ts'
export { temporaryPath } from './temporary.ts'
export { openWorkerPool, type WorkerPool, type WorkerPoolOptions } from './worker-pool.ts'
export {
  type LastFile,
  type OutputPart,
  type WriteDirectoryOptions,
  writeDirectory,
} from './write-directory.ts'
export { writeFileAtomic } from './write-file.ts'
export { zlibCodec } from './zlib-codec.ts'
