import { type Preparation, prepare, type ShardFates } from '@labelport/dataset'
import type { Report } from '@labelport/format'
import type { OnDocument } from '../input.ts'
import { type LabelLocking, labelLockingOf, labelsIn } from '../label-locking.ts'
import { withPauses } from '../pauses.ts'
import type { Session } from '../session.ts'
import { checkSplits, type Splitting, surveyedSplittingOf } from '../splitting.ts'
import { compareDocuments } from './compare-documents.ts'
import { type ConversionSource, openSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { findLabels } from './find-labels.ts'
import { type WritingMode, writingMode } from './writing-mode.ts'

/** What a command line asks to be written: the flags, understood, and the inputs, opened. */
export interface ConversionRequest extends ConversionSource {
  readonly mode: WritingMode
  /** Which documents stay, by shard. Absent means that nothing was decided before writing. */
  readonly fates?: readonly ShardFates[]
  readonly splitting: Splitting | undefined
  readonly locking: LabelLocking | undefined
  /** Reads and prepares all documents; every call reads again. */
  prepared(report: Report, onDocument?: OnDocument): Preparation
}

/** Understands the flags and opens the inputs. Throws UsageError and Failure. */
export async function openRequest(
  session: Session,
  flags: ConvertFlags,
  operands: readonly string[],
): Promise<ConversionRequest> {
  const source = await openSource(session, flags, operands)
  checkSplits(source.format, flags)
  const mode = writingMode(source, flags)
  const prepared = (report: Report, onDocument?: OnDocument): Preparation => {
    const { read } = source.reader(report, onDocument && { onDocument })
    return prepare(withPauses(read(), session.signal), source.steps, { report })
  }
  const fates =
    mode.type === 'shards'
      ? await compareDocuments(session, source, flags, { mode, operands })
      : undefined
  const documents = () => prepared(() => {}).documents
  const splitting = await surveyedSplittingOf(session, flags, documents)
  const locking = await labelLockingOf(session, flags, async () =>
    source.steps.every(({ sees }) => sees !== undefined)
      ? findLabels(session, source, flags, operands)
      : labelsIn(documents()),
  )
  return { ...source, mode, ...(fates && { fates }), splitting, locking, prepared }
}
