import type { PlainLabels } from '@labelport/dataset'
import type { Session } from '../session.ts'
import type { ConversionRequest } from './conversion-request.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { readNote } from './data-set-note.ts'
import type { ShardSettings } from './open-shards.ts'
import { orderKey, type ShardKeys } from './shard-keys.ts'
import type { ShardLabels } from './survey-labels.ts'

/** Where an earlier run may have noted the classes of shards that are the same now. */
export interface EarlierRun {
  /** Without the numbers of classes, which are not known yet. */
  readonly settings: ShardSettings
  readonly keys: ShardKeys
  readonly folder: string
}

/** The names of classes an incremental run need not read again. */
export async function labelsBefore(
  session: Session,
  request: ConversionRequest,
  flags: ConvertFlags,
  { settings, keys, folder }: EarlierRun,
): Promise<ShardLabels> {
  const known = new Map<number, PlainLabels>()
  const note = flags.incremental && flags.plugin.length === 0 ? readNote(folder) : undefined
  if (note?.base !== orderKey(session, request, flags, settings)) return known
  for (const { index, key, aside, labels } of note.shards) {
    if (labels === undefined || key !== (await keys.of(index))) continue
    if (aside === undefined || aside === (await keys.inputs())) known.set(index, labels)
  }
  return known
}
