import type { SplitLock } from '../split/split-lock.ts'
import { keysAt, type ShardSurvey } from './shard-survey.ts'

/**
 * Where a survey of all documents has put those of one shard: 20 bytes for each, so that every thread can hold them.
 * Can be sent to other threads.
 */
export interface PlacedShard extends Pick<ShardSurvey, 'files' | 'texts'> {
  /** Places in the names of the splits. */
  readonly fileSplits: Uint16Array
  readonly textSplits: Uint16Array
}

/** Looks up where the files and texts of a shard lie; `names` are those of the splits. */
export function placedShard(
  survey: ShardSurvey,
  { files, texts }: SplitLock,
  names: readonly string[],
): PlacedShard {
  const splitOf = (splits: ReadonlyMap<string, string>, key: string | undefined): number =>
    Math.max(0, names.indexOf((key !== undefined && splits.get(key)) || ''))
  const places = survey.files.map((_, at) => at)
  return {
    files: survey.files,
    texts: survey.texts,
    fileSplits: Uint16Array.from(places, (at) => splitOf(files, keysAt(survey, at).file)),
    textSplits: Uint16Array.from(places, (at) => splitOf(texts, keysAt(survey, at).text)),
  }
}

/** A split lock that knows the documents of one shard. */
export function lockOfShard(
  placed: PlacedShard,
  names: readonly string[],
  frozen: readonly string[],
): SplitLock {
  const files = new Map<string, string>()
  const texts = new Map<string, string>()
  for (const at of placed.files.keys()) {
    const { file, text } = keysAt(placed, at)
    files.set(file, names[placed.fileSplits[at] ?? 0] ?? '')
    if (text !== undefined) texts.set(text, names[placed.textSplits[at] ?? 0] ?? '')
  }
  return { version: 1, frozen, files, texts, signatures: new Map() }
}
