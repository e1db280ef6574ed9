import type { ExportFile, ExportReader, ReadProgress } from '@labelport/archive'
import {
  convertShard,
  openLabelCollector,
  openOwnIds,
  openSplits,
  plainLabels,
  planRanges,
  planRuns,
  planShards,
  prepare,
  type SplitLock,
} from '@labelport/dataset'
import {
  type ClassNames,
  type Diagnostic,
  itemsAt,
  type Report,
  type Sequence,
  sequenceOf,
} from '@labelport/format'
import { withPauses } from '../pauses.ts'
import type { Session } from '../session.ts'
import { splitRuleOf } from '../split-rule.ts'
import type { ConversionSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import type { ShardListener, ShardRunner } from './shard-listener.ts'
import { openTracing } from './tracing.ts'
import type { WritingMode } from './writing-mode.ts'

/** How shards are written, besides the flags. */
export interface ShardSettings {
  readonly mode: Exclude<WritingMode, { readonly type: 'whole' }>
  /** Absent means that the format numbers classes itself. */
  readonly labels?: ClassNames
  /** Where documents were put before, or by a survey of all. Absent means that nothing is remembered. */
  readonly splitLock?: SplitLock
  /** What the format decided by the first document. Absent when it decides nothing. */
  readonly begun?: unknown
}

/** The shards of a conversion. */
export interface OpenShards extends ShardRunner {
  /** The files of each; the same on every thread and machine. */
  readonly files: readonly Sequence<ExportFile>[]
  readonly reader: ExportReader
}

/** Plans the shards and writes them on this thread. `report` hears of the choice of copies. */
export function openShards(
  session: Session,
  source: ConversionSource,
  flags: ConvertFlags,
  { mode, labels, splitLock, begun }: ShardSettings,
  report: Report,
): OpenShards {
  const { signal } = session
  const { format, steps } = source
  const rule = splitRuleOf(flags)
  let onProgress = (_: ReadProgress): void => {}
  const listening = { onProgress: (progress: ReadProgress) => onProgress(progress) }
  const { onDocument } = openTracing(session, source.pseudonyms, flags.provenance)
  const reader = source.reader(report, { ...listening, ...(onDocument && { onDocument }) })
  const shards = plannedShards(reader.files, source, mode)
  const listen = (progress: ShardListener['progress']): void => {
    let before = 0
    onProgress = ({ filesDone, path }) => {
      progress(filesDone - before, path)
      before = filesDone
    }
  }
  return {
    files: shards,
    reader,
    width: 1,
    async write(index, listener, from = begun) {
      const diagnostics: Diagnostic[] = []
      const tell: Report = (diagnostic) => void diagnostics.push(diagnostic)
      listen(listener.progress)
      const placed = splitLock && { lock: splitLock }
      const seen = { siblings: false }
      const onSibling = (): void => {
        seen.siblings = true
      }
      const only = shards[index] ?? []
      const shard = mode.type === 'shards' ? { index, of: shards.length } : undefined
      const own = openOwnIds()
      const read = reader.read({ only, report: tell, onSibling, onOwnId: own.add })
      const conversion = convertShard(withPauses(read, signal), format, {
        report: tell,
        signal,
        steps,
        around: openTracing(session, source.pseudonyms, flags.provenance, shard),
        ...(labels && { labels }),
        // What leaks is told when all shards are known.
        ...(rule && { splits: openSplits(rule, { report: () => {}, ...placed }) }),
        ...(splitLock && { splitLock }),
        ...(from !== undefined && { begun: from }),
        ...(shard && { shard }),
      })
      for await (const part of conversion.parts) await listener.part(part)
      const ids = own.ids()
      return {
        ...conversion.record(diagnostics),
        ...(ids !== undefined && { ids }),
        ...(seen.siblings && { asked: true }),
      }
    },
    async survey(index, progress) {
      listen(progress)
      const quiet: Report = () => {}
      // Nobody asks where these documents come from, which would read the bytes of their files once more.
      const asks = onDocument === undefined ? reader : source.reader(quiet, listening)
      const read = withPauses(asks.read({ only: shards[index] ?? [], report: quiet }), signal)
      const collector = openLabelCollector()
      const { documents } = prepare(read, steps, { report: quiet })
      for await (const document of documents) collector.add(document)
      return plainLabels(collector.labels())
    },
    close() {},
  }
}

/**
 * The files of each shard. Copies of a document have one name and come together; files that lie in no copy may hold
 * copies themselves, so a step that has to see copies together gets them all at once.
 */
function plannedShards(
  files: Sequence<ExportFile>,
  { steps }: ConversionSource,
  { type, size }: ShardSettings['mode'],
): readonly Sequence<ExportFile>[] {
  const copies = steps.some(({ sees }) => sees === 'copies')
  if (type === 'ranges' && !copies) return planRuns(files, size, ({ source }) => source.size ?? 0)
  // By places instead of files, of which there may be a million.
  const places = sequenceOf(files.length, (place) => place)
  const plan = type === 'shards' ? planShards : planRanges
  const shards = plan(places, size, (place) => {
    const { cabinet, name = '', source } = files.at(place) ?? {}
    const key = copies && cabinet?.cabinet === undefined ? '' : name
    return { key, size: source?.size ?? 0 }
  })
  return shards.map((shard) => itemsAt(files, Uint32Array.from(shard)))
}
