import type { ExportFile } from '@labelport/archive'
import { planRanges, planRuns, planShards } from '@labelport/dataset'
import { itemsAt, type Sequence, sequenceOf } from '@labelport/format'
import type { ConversionSource } from './conversion-source.ts'
import { mergesCopies } from './reading-order.ts'
import type { WritingMode } from './writing-mode.ts'

/** The files a shard is made of. */
export interface PlannedShard {
  readonly files: Sequence<ExportFile>
  /** Their places among all files that are read. */
  readonly places: Sequence<number>
}

/**
 * The files of each shard. Copies of a document have one name and come together; files that lie in no copy may hold
 * copies themselves, so a step that has to see copies together gets them all at once.
 */
export function plannedShards(
  files: Sequence<ExportFile>,
  { steps }: Pick<ConversionSource, 'steps'>,
  { type, size }: Exclude<WritingMode, { readonly type: 'whole' }>,
): readonly PlannedShard[] {
  const copies = mergesCopies(steps)
  // By places instead of files, of which there may be a million.
  const places = sequenceOf(files.length, (place) => place)
  if (type === 'ranges' && !copies) {
    const runs = planRuns(places, size, (place) => files.at(place)?.source.size ?? 0)
    return runs.map((run) => ({ files: itemsAt(files, run), places: run }))
  }
  const plan = type === 'shards' ? planShards : planRanges
  const shards = plan(places, size, (place) => {
    const { cabinet, name = '', source } = files.at(place) ?? {}
    const key = copies && cabinet?.cabinet === undefined ? '' : name
    return { key, size: source?.size ?? 0 }
  })
  return shards.map((shard) => {
    const own = Uint32Array.from(shard)
    return { files: itemsAt(files, own), places: own }
  })
}
