import { joinLabels, type LabelsInUse } from '@labelport/dataset'
import type { Session } from '../session.ts'
import type { ConversionSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { openShards } from './open-shards.ts'
import { startRunner } from './shard-runner.ts'
import { surveyLabels } from './survey-labels.ts'
import { rangeSize } from './writing-mode.ts'

/**
 * The classes of all documents in the order in which one after the other tells them, found range by range, on several
 * threads where that pays; whatever is written afterwards and how. No step may have to see all documents, or leave any out because of others.
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
  const work = { shards, settings, source, flags, operands }
  const found = await surveyLabels(await startRunner(session, work, indices), indices)
  return joinLabels(indices.flatMap((index) => found.get(index) ?? []))
}
