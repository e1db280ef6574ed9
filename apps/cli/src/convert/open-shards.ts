import type { ExportFile, ExportReader, ReadProgress } from '@labelport/archive'
import {
  convertShard,
  openLabelCollector,
  openOwnIds,
  openSplits,
  plainLabels,
  planRanges,
  planShards,
  prepare,
  type SplitLock,
} from '@labelport/dataset'
import type { ClassNames, Diagnostic, Report } from '@labelport/format'
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
  readonly files: readonly (readonly PlannedSource[])[]
  readonly reader: ExportReader
}

/** A file of the source as it lies in a shard. */
export interface PlannedSource extends ExportFile {
  readonly key: string
  readonly size?: number
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
  const reader = source.reader(report, { onProgress: (progress) => onProgress(progress) })
  const plan = mode.type === 'shards' ? planShards : planRanges
  const shards = plan(plannedSources(reader.files, source, mode), mode.size)
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
    async write(index, listener) {
      const diagnostics: Diagnostic[] = []
      const tell: Report = (diagnostic) => void diagnostics.push(diagnostic)
      listen(listener.progress)
      const placed = splitLock && { lock: splitLock }
      const seen = { siblings: false }
      const onSibling = (): void => {
        seen.siblings = true
      }
      const only = shards[index] ?? []
      const own = openOwnIds()
      const read = reader.read({ only, report: tell, onSibling, onOwnId: own.add })
      const shard = convertShard(withPauses(read, signal), format, {
        report: tell,
        signal,
        steps,
        dress: openTracing(session, source.pseudonyms, false).documents,
        ...(labels && { labels }),
        ...(rule && { splits: openSplits(rule, { report: tell, ...placed }) }),
        ...(splitLock && { splitLock }),
        ...(begun !== undefined && { begun }),
        ...(mode.type === 'shards' && { shard: { index, of: shards.length } }),
      })
      for await (const part of shard.parts) await listener.part(part)
      const ids = own.ids()
      return {
        ...shard.record(diagnostics),
        ...(ids !== undefined && { ids }),
        ...(seen.siblings && { asked: true }),
      }
    },
    async survey(index, progress) {
      listen(progress)
      const quiet: Report = () => {}
      const read = withPauses(reader.read({ only: shards[index] ?? [], report: quiet }), signal)
      const collector = openLabelCollector()
      const { documents } = prepare(read, steps, { report: quiet })
      for await (const document of documents) collector.add(document)
      return plainLabels(collector.labels())
    },
    close() {},
  }
}

/**
 * What is planned by. Copies of a document have one name and come together; files that lie in no copy may hold
 * copies themselves, so a step that has to see copies together gets them all at once.
 */
function plannedSources(
  files: readonly ExportFile[],
  { steps }: ConversionSource,
  { type }: WritingMode,
): readonly PlannedSource[] {
  const copies = steps.some(({ sees }) => sees === 'copies')
  return files.map((file, at) => {
    const { cabinet, name, source } = file
    const alone = type === 'ranges' && !copies
    const key = alone ? String(at) : copies && cabinet.cabinet === undefined ? '' : name
    return { ...file, key, ...(source.size === undefined ? {} : { size: source.size }) }
  })
}
