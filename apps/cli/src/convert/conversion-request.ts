import {
  type OpenSplits,
  type PlacedShard,
  type Preparation,
  placedShard,
  prepare,
  type ShardFates,
  type ShardSurvey,
  surveyRows,
} from '@labelport/dataset'
import type { Report } from '@labelport/format'
import type { OnDocument } from '../input.ts'
import { type LabelLocking, labelLockingOf, labelsIn } from '../label-locking.ts'
import { withPauses } from '../pauses.ts'
import type { Session } from '../session.ts'
import {
  checkSplits,
  type ShowAll,
  type Splitting,
  showing,
  surveyedSplittingOf,
} from '../splitting.ts'

import { type ConversionSource, openSource } from './conversion-source.ts'
import type { ConvertFlags } from './convert-flags.ts'
import { findLabels } from './find-labels.ts'
import { lookAhead } from './look-ahead.ts'
import { type WritingMode, writingMode } from './writing-mode.ts'

/** What a command line asks to be written: the flags, understood, and the inputs, opened. */
export interface ConversionRequest extends ConversionSource {
  readonly mode: WritingMode
  /** Which documents stay, by shard. Absent means that nothing was decided before writing. */
  readonly fates?: readonly ShardFates[]
  /** Where a survey of all puts documents, by shard. Absent when there was none, or they are not cut into shards. */
  readonly placed?: readonly PlacedShard[]
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
  const { fates, surveys } =
    mode.type === 'shards' ? await lookAhead(session, source, flags, { mode, operands }) : {}
  const documents = () => prepared(() => {}).documents
  const showAll: ShowAll = async ({ addRows }) => addRows(surveyRows(surveys ?? []))
  const splitting = await surveyedSplittingOf(
    session,
    flags,
    surveys === undefined ? showing(documents) : showAll,
  )
  const placed = splitting && surveys && placedShards(surveys, splitting.splits)
  const locking = await labelLockingOf(session, flags, async () =>
    source.steps.every(({ sees }) => sees !== undefined)
      ? findLabels(session, source, flags, operands)
      : labelsIn(documents()),
  )
  const decided = { ...(fates && { fates }), ...(placed && { placed }) }
  return { ...source, ...decided, mode, splitting, locking, prepared }
}

function placedShards(
  surveys: readonly ShardSurvey[],
  { lock, names }: OpenSplits,
): readonly PlacedShard[] {
  const all = lock()
  return surveys.map((survey) => placedShard(survey, all, names))
}
