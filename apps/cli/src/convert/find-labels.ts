import { joinLabels, type LabelsInUse } from '@labelport/dataset'
import { joined } from '@labelport/format'
import type { Session } from '../session.ts'
import type { ConversionSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { openShards } from './open-shards.ts'
import { runnerOf } from './shard-runner.ts'
import { surveyLabels } from './survey-labels.ts'
import { rangeSize } from './writing-mode.ts'

/**
 * The classes of all documents in the order in which one after the other tells them, found range by range, on several
 * threads where that pays; whatever is written afterwards and how. No step may have to see all documents.
 */
export async function findLabels(
  session: Session,
  source: ConversionSource,
  flags: ConvertFlags,
  operands: readonly string[],
): Promise<LabelsInUse> {
  const settings = { mode: { type: 'ranges', size: rangeSize } } as const
  const shards = openShards(session, source, flags, settings, () => {})
  const indices = shards.files.map((_, index) => index)
  const wanted = joined(shards.files)
  const work = { shards, wanted, count: indices.length }
  const { directories = [] } = source.input.found
  const runner = await runnerOf(session, work, { ...settings, flags, operands, directories })
  let done = 0
  const found = await surveyLabels(runner, indices, (filesMore, path) => {
    done += filesMore
    session.progress.reading(done, wanted.length, path)
  })
  return joinLabels(indices.flatMap((index) => found.get(index) ?? []))
}
