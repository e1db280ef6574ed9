import type { ExportReader, ZipDirectory } from '@labelport/archive'
import { type Step, selectForWriting } from '@labelport/dataset'
import type { Format, Pseudonyms, Report } from '@labelport/format'
import { chooseDestination, withOptions } from '../choose.ts'
import { UsageError } from '../exit.ts'
import { type OpenedInput, openInput, type ReaderOptions } from '../input.ts'
import { openLibrary } from '../library.ts'
import { pseudonymsFor } from '../people.ts'
import { cabinetFor, stepsOf } from '../preparation.ts'
import type { Session } from '../session.ts'
import type { ConvertFlags } from './convert-flags.ts'

/** What is read for a conversion and how it is prepared; every thread opens its own. */
export interface ConversionSource {
  readonly format: Format
  /** Whether no option of the format was given another value. */
  readonly defaults: boolean
  readonly steps: readonly Step[]
  /** Whose copies are written. */
  readonly cabinet: string
  readonly input: OpenedInput
  /** Absent calls people by their names. */
  readonly pseudonyms: Pseudonyms | undefined
  /** Opens a reader of the copies that are written. */
  reader(report: Report, options?: ReaderOptions): ExportReader
}

/** Understands the flags and opens the inputs, see `openInput`; reads no document. Throws UsageError and Failure. */
export async function openSource(
  session: Session,
  flags: ConvertFlags,
  operands: readonly string[],
  directories?: readonly ZipDirectory[],
): Promise<ConversionSource> {
  if (flags.to === undefined) throw new UsageError('convert needs --to <id>.')
  const library = await openLibrary(session, flags.plugin)
  const destination = await chooseDestination(library, flags.to)
  const { format, training, defaults } = withOptions(destination, flags.option)
  const steps = stepsOf(flags)
  const cabinet = cabinetFor(flags)
  const input = await openInput(session, library, operands, flags, directories)
  const ids = idsOf(flags)
  const pseudonyms = pseudonymsFor(session, flags, training)
  return {
    format,
    defaults,
    steps,
    cabinet,
    input,
    pseudonyms,
    reader: (report, options) =>
      input.reader(selectForWriting(cabinet, { training, report }), report, { ...options, ...ids }),
  }
}

function idsOf({ ids }: Pick<ConvertFlags, 'ids'>): Pick<ReaderOptions, 'ids'> {
  if (ids === 'file') return {}
  if (ids === 'path') return { ids }
  throw new UsageError(`--ids is "${ids}"; expected file or path.`)
}
