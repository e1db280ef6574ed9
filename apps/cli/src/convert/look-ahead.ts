import { type ShardFates, type ShardSurvey, sieveSteps, sift } from '@labelport/dataset'
import type { Session } from '../session.ts'
import { needsSurvey } from '../split-rule.ts'
import { askShards } from './ask-shards.ts'
import type { ConversionSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { openShards, type ShardSettings } from './open-shards.ts'
import type { ShardListener, ShardRunner } from './shard-listener.ts'
import { startRunner } from './shard-runner.ts'

/** What is found out of all documents before the first shard is written. */
export interface LookedAhead {
  /** Which documents stay, by shard. Absent when no step leaves any out because of others. */
  readonly fates?: readonly ShardFates[]
  /** What decides the splits of documents, by shard. Absent when each goes by itself. */
  readonly surveys?: readonly ShardSurvey[]
}

/**
 * Reads all documents for what takes all of them to decide, on several threads where that pays: once for those that are
 * left out because of others, and once for splits. The result does not depend on threads, and what follows from it does
 * not depend on how documents lie in shards.
 */
export async function lookAhead(
  session: Session,
  source: ConversionSource,
  flags: ConvertFlags,
  { mode, operands }: Pick<ShardSettings, 'mode'> & { readonly operands: readonly string[] },
): Promise<LookedAhead> {
  const { steps } = source
  const ask = async <Answer>(settings: ShardSettings, question: Question<Answer>) => {
    const shards = openShards(session, source, flags, settings, () => {})
    const indices = shards.files.map((_, index) => index)
    const work = { shards, settings, source, flags, operands }
    const answers = await askShards(await startRunner(session, work, indices), indices, question)
    return indices.flatMap((index) => answers.get(index) ?? [])
  }
  const fates =
    sieveSteps(steps).length === 0
      ? undefined
      : sift(steps, await ask({ mode }, ({ compare }, ...about) => compare(...about)))
  const given = fates && { fates }
  if (!needsSurvey(flags)) return { ...given }
  const surveys = await ask({ mode, ...given }, ({ lookAt }, ...about) => lookAt(...about))
  return { ...given, surveys }
}

type Question<Answer> = (
  runner: ShardRunner,
  index: number,
  progress: ShardListener['progress'],
) => Promise<Answer>
