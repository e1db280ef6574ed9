import type { ExportFile, ExportReader, ReadProgress } from '@labelport/archive'
import {
  convertShard,
  lockOfShard,
  openLabelCollector,
  openOwnIds,
  openSplits,
  type PlacedShard,
  plainLabels,
  prepare,
  printsOf,
  type ShardFates,
  type SplitLock,
  type Step,
  siftedSteps,
  surveyShard,
} from '@labelport/dataset'
import type { ClassNames, Diagnostic, Report, Sequence } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { withPauses } from '../pauses.ts'
import type { Session } from '../session.ts'
import { splitRuleOf } from '../split-rule.ts'
import type { ConversionSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { plannedShards } from './planned-shards.ts'
import { openReadingOrder } from './reading-order.ts'
import type { ShardListener, ShardRunner } from './shard-listener.ts'
import { openTracing } from './tracing.ts'
import type { WritingMode } from './writing-mode.ts'

/** How shards are written, besides the flags. */
export interface ShardSettings {
  readonly mode: Exclude<WritingMode, { readonly type: 'whole' }>
  /** Absent means that the format numbers classes itself. */
  readonly labels?: ClassNames
  /** Where documents were put before. Absent means that nothing is remembered. */
  readonly splitLock?: SplitLock
  /** Where a survey of all puts documents, by shard. Absent when there was none. */
  readonly placed?: readonly PlacedShard[]
  /** Which documents stay, by shard. Absent means that no step leaves any out because of others. */
  readonly fates?: readonly ShardFates[]
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
  { mode, labels, splitLock, placed, fates, begun }: ShardSettings,
  report: Report,
): OpenShards {
  const { signal } = session
  const { format, steps } = source
  const rule = splitRuleOf(flags)
  let onProgress = (_: ReadProgress): void => {}
  let currentFile = 0
  const listening = {
    onProgress(progress: ReadProgress): void {
      currentFile = progress.filesDone
      onProgress(progress)
    },
  }
  const { onDocument } = openTracing(session, source.pseudonyms, flags.provenance)
  const reader = source.reader(report, { ...listening, ...(onDocument && { onDocument }) })
  const planned = plannedShards(reader.files, source, mode)
  const shards = planned.map(({ files }) => files)
  const stepsFor = (index: number): readonly Step[] =>
    fates === undefined ? steps : siftedSteps(steps, fates[index] ?? new Uint8Array())
  const names = [...(rule?.ratios.keys() ?? [])]
  const lockFor = (index: number): SplitLock | undefined => {
    const own = placed?.[index]
    return own === undefined ? splitLock : lockOfShard(own, names, splitLock?.frozen ?? [])
  }
  // Nobody asks where documents come from that are not written, which would read the bytes of their files once more.
  let silent: ExportReader | undefined
  const silentReader = (): ExportReader => {
    silent ??= onDocument === undefined ? reader : source.reader(quiet, listening)
    return silent
  }
  const listen = (progress: ShardListener['progress']): void => {
    let before = 0
    onProgress = ({ filesDone, path }) => {
      progress(filesDone - before, path)
      before = filesDone
    }
  }
  async function* inOrder(index: number): AsyncGenerator<LabeledDocument> {
    const { files: only = [], places = [] } = planned[index] ?? {}
    const putInOrder = openReadingOrder(source, reader.files)
    const read = silentReader().read({ only, report: quiet })
    for await (const document of withPauses(read, signal)) {
      yield putInOrder(document, places.at(currentFile) ?? 0)
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
      const lock = lockFor(index)
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
        steps: stepsFor(index),
        around: openTracing(session, source.pseudonyms, flags.provenance, shard),
        ...(labels && { labels }),
        // What leaks is told when all shards are known.
        ...(rule && { splits: openSplits(rule, { report: quiet, ...(lock && { lock }) }) }),
        ...(lock && { splitLock: lock }),
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
      const only = shards[index] ?? []
      const read = withPauses(silentReader().read({ only, report: quiet }), signal)
      const collector = openLabelCollector()
      const { documents } = prepare(read, stepsFor(index), { report: quiet })
      for await (const document of documents) collector.add(document)
      return plainLabels(collector.labels())
    },
    compare(index, progress) {
      listen(progress)
      return printsOf(inOrder(index), steps)
    },
    lookAt(index, progress) {
      listen(progress)
      return surveyShard(inOrder(index), stepsFor(index), rule ?? {})
    },
    close() {},
  }
}

const quiet: Report = () => {}
