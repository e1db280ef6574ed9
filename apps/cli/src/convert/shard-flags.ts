import { availableParallelism } from 'node:os'
import type { ExportFile } from '@labelport/archive'
import type { Flags, FlagValues } from '../command.ts'
import { UsageError } from '../exit.ts'

/** The flag of commands that can use several threads. */
export const jobsFlag = {
  jobs: {
    type: 'value',
    value: '<number>',
    help: 'threads that read and write; as many as there are cores when absent, and one for small inputs',
  },
} as const satisfies Flags

/** The flags that cut a data set into shards. */
export const shardFlags = {
  'shard-size': {
    type: 'value',
    value: '<size>',
    help: 'writes shards, each of about so much of the source, such as 64MB; files are named train-00003-of-00016',
  },
  incremental: {
    type: 'switch',
    help: 'takes shards over from the folder that is there when their documents are the same; makes it when it is not',
  },
  part: {
    type: 'value',
    value: '<k/n>',
    help: 'writes the k-th of n parts of the shards, for several machines (labelport merge-parts)',
  },
} as const satisfies Flags

/**
 * Below this many bytes of source starting threads costs more than it saves: two took as long as one at 66 MB, and a
 * quarter longer at 22.
 */
const smallInput = 64 * 2 ** 20

/** The bytes of a source, counted only until they are many: to look at a million files takes half a second. */
export function bytesOfSource(files: Iterable<ExportFile>): number {
  let bytes = 0
  for (const { source } of files) {
    bytes += source.size ?? 0
    if (bytes >= smallInput) break
  }
  return bytes
}

/** How many threads work on a source of so many bytes. Throws UsageError. */
export function jobsOf({ jobs }: FlagValues<typeof jobsFlag>, sourceBytes: number): number {
  if (jobs === undefined) return sourceBytes < smallInput ? 1 : availableParallelism()
  if (/^[1-9]\d{0,2}$/.test(jobs)) return Number(jobs)
  throw new UsageError(`--jobs is "${jobs}"; expected a number from 1 to 999.`)
}
