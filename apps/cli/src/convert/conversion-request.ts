import { type Preparation, prepare, seesWhole } from '@labelport/dataset'
import type { Report } from '@labelport/format'
import type { OnDocument } from '../input.ts'
import { type LabelLocking, labelLockingOf, labelsIn } from '../label-locking.ts'
import { withPauses } from '../pauses.ts'
import type { Session } from '../session.ts'
import { checkSplits, type Splitting, surveyedSplittingOf } from '../splitting.ts'
import { type ConversionSource, openSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { findLabels } from './find-labels.ts'

/** What a command line asks to be written: the flags, understood, and the inputs, opened. */
export interface ConversionRequest extends ConversionSource {
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
  const prepared = (report: Report, onDocument?: OnDocument): Preparation => {
    const { read } = source.reader(report, onDocument && { onDocument })
    return prepare(withPauses(read(), session.signal), source.steps, { report })
  }
  const documents = () => prepared(() => {}).documents
  const splitting = await surveyedSplittingOf(session, flags, documents)
  const locking = await labelLockingOf(session, flags, async () =>
    seesWhole(source.steps).length === 0
      ? findLabels(session, source, flags, operands)
      : labelsIn(documents()),
  )
  return { ...source, splitting, locking, prepared }
}
