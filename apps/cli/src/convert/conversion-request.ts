import { type Preparation, prepare, type Step, selectForWriting } from '@labelport/dataset'
import type { Format, Pseudonyms, Report } from '@labelport/format'
import { chooseDestination, withOptions } from '../choose.ts'
import { UsageError } from '../exit.ts'
import { type OnDocument, type OpenedInput, openInput } from '../input.ts'
import { type LabelLocking, labelLockingOf } from '../label-locking.ts'
import { openLibrary } from '../library.ts'
import { pseudonymsFor } from '../people.ts'
import { cabinetFor, stepsOf } from '../preparation.ts'
import type { Session } from '../session.ts'
import { type Splitting, splittingOf } from '../splitting.ts'
import type { ConvertFlags } from './convert-flags.ts'

/** What a command line asks to be written: the flags, understood, and the inputs, opened. */
export interface ConversionRequest {
  readonly format: Format
  /** Whether no option of the format was given another value. */
  readonly defaults: boolean
  readonly steps: readonly Step[]
  /** Whose copies are written. */
  readonly cabinet: string
  readonly input: OpenedInput
  readonly splitting: Splitting | undefined
  readonly locking: LabelLocking | undefined
  /** Absent calls people by their names. */
  readonly pseudonyms: Pseudonyms | undefined
  /** Reads and prepares the documents; every call reads again. */
  prepared(report: Report, onDocument?: OnDocument): Preparation
}

/** Understands the flags and opens the inputs. Throws UsageError and Failure. */
export async function openRequest(
  session: Session,
  flags: ConvertFlags,
  operands: readonly string[],
): Promise<ConversionRequest> {
  if (flags.to === undefined) throw new UsageError('convert needs --to <id>.')
  const library = await openLibrary(session, flags.plugin)
  const destination = chooseDestination(library, flags.to)
  const { format, training, defaults } = withOptions(destination, flags.option)
  const steps = stepsOf(flags)
  const cabinet = cabinetFor(flags)
  const splitting = splittingOf(session, flags, format)
  const input = await openInput(session, library, operands, flags)
  const pseudonyms = pseudonymsFor(session, flags, training)
  const prepared = (report: Report, onDocument?: OnDocument): Preparation => {
    const select = selectForWriting(cabinet, { training, report })
    return prepare(input.documents(select, report, onDocument), steps, { report })
  }
  const locking = await labelLockingOf(session, flags, () => prepared(() => {}).documents)
  return { format, defaults, steps, cabinet, input, splitting, locking, pseudonyms, prepared }
}
