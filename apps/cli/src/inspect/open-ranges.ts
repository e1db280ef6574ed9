import type { ExportFile, ReadProgress, ZipDirectory } from '@labelport/archive'
import { openSummary, planRuns, type SummaryPart, selectCabinet } from '@labelport/dataset'
import type { Diagnostic, Sequence } from '@labelport/format'
import { type OpenedInput, openInput } from '../input.ts'
import { openLibrary } from '../library.ts'
import { withPauses } from '../pauses.ts'
import type { Session } from '../session.ts'
import type { InspectFlags } from './inspect-flags.ts'

/** What was found in one range of the files. Plain JSON. */
export interface RangeSummary {
  readonly part: SummaryPart
  readonly diagnostics: readonly Diagnostic[]
}

/** Files that are counted range by range. */
export interface OpenRanges {
  readonly input: OpenedInput
  /** The same on every thread. */
  readonly ranges: readonly Sequence<ExportFile>[]
  /** `progress` hears how many more files were read, and which is read now. */
  summarize(
    index: number,
    progress: (filesMore: number, path: string) => void,
  ): Promise<RangeSummary>
}

/** Each range is read at one go; what is told once, is told once for each. In bytes. */
const rangeSize = 4 * 2 ** 20

/** Opens the inputs; see `openInput`. */
export async function openRanges(
  session: Session,
  flags: InspectFlags,
  operands: readonly string[],
  directories?: readonly ZipDirectory[],
): Promise<OpenRanges> {
  const library = await openLibrary(session, flags.plugin)
  const input = await openInput(session, library, operands, flags, directories)
  let onProgress = (_: ReadProgress): void => {}
  const reader = input.reader(selectCabinet(flags.cabinet), session.report, {
    onProgress: (progress) => onProgress(progress),
  })
  const ranges = planRuns(reader.files, rangeSize, ({ source: { size = 0 } }) => size)
  return {
    input,
    ranges,
    async summarize(index, progress) {
      let before = 0
      onProgress = ({ filesDone, path }) => {
        progress(filesDone - before, path)
        before = filesDone
      }
      const diagnostics: Diagnostic[] = []
      const tally = openSummary()
      const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
      const documents = reader.read({ only: ranges[index] ?? [], report })
      for await (const document of withPauses(documents, session.signal)) tally.add(document)
      return { part: tally.part(), diagnostics }
    },
  }
}
