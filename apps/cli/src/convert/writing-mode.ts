import { seesWhole } from '@labelport/dataset'
import { UsageError } from '../exit.ts'
import { needsSurvey } from '../split-rule.ts'
import { byteSizeOf } from './byte-size.ts'
import type { ConversionSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'

/**
 * How a data set is written. `whole`: in one go. `ranges`: range by range of the source, one after the other into the
 * same files. `shards`: shard by shard, each into files of its own. Sizes are bytes of source.
 */
export type WritingMode =
  | { readonly type: 'whole' }
  | { readonly type: 'ranges'; readonly size: number }
  | { readonly type: 'shards'; readonly size: number }

/** Of ranges, in bytes. Small enough that several fit into memory, large enough that what each begins anew costs nothing. */
export const rangeSize = 4 * 2 ** 20

/** Of shards whose size nobody asked for. */
const usualShardSize = '16MiB'

/** The mode that the flags ask for. Throws UsageError when they ask for shards and there can be none. */
export function writingMode(
  source: Pick<ConversionSource, 'format' | 'steps'>,
  flags: ConvertFlags,
): WritingMode {
  const obstacle = obstacleTo(source)
  const { 'shard-size': size, incremental, part } = flags
  if (size !== undefined || incremental || part !== undefined) {
    if (obstacle !== undefined) throw new UsageError(`There can be no shards: ${obstacle}.`)
    return { type: 'shards', size: byteSizeOf('shard-size', size ?? usualShardSize) }
  }
  // What is decided with all documents in sight is decided while they come, which costs no pass more.
  const apart = source.steps.every(({ sees }) => sees !== undefined) && !needsSurvey(flags)
  // One file of provenance numbers its documents from first to last; each shard has its own.
  const joins = source.format.writer?.shards?.joins === true && !flags.provenance
  return joins && apart && obstacle === undefined
    ? { type: 'ranges', size: rangeSize }
    : { type: 'whole' }
}

/** Why documents cannot be converted apart from each other; undefined when they can. */
function obstacleTo({
  format,
  steps,
}: Pick<ConversionSource, 'format' | 'steps'>): string | undefined {
  if (format.writer?.shards === undefined) return `${format.title} is written in one go`
  const [step] = seesWhole(steps)
  if (step !== undefined) return `the step "${step.id}" compares every document with all others`
  return undefined
}
