import { type Report, tellEmptySplits } from '@labelport/format'
import type { Kind } from './kind.ts'
import type { Options } from './options.ts'

/** What was met while writing. */
interface Met {
  readonly kinds: readonly Kind[]
  /** The splits that have documents. */
  readonly used: ReadonlySet<string>
  /** How many tasks there are. */
  readonly tasks: number
  /** How many conversations have characters that code units and code points count differently. */
  readonly wide: number
  readonly labelers: number
}

/** Says what has to be known before the files are imported. */
export function tellAtEnd(
  { kinds, used, tasks, wide, labelers }: Met,
  splits: readonly string[],
  { firstAnnotator }: Options,
  report: Report,
): void {
  if (tasks === 0) {
    const message = 'No document came, so no task was written.'
    report({ severity: 'warning', code: 'label-studio/no-documents', message })
    return
  }
  const lack = 'no document, so it has no file'
  tellEmptySplits('label-studio', { names: splits, used, lack }, report)
  if (kinds.length > 1) {
    const message = `The documents became tasks of ${kinds.length} kinds (${kinds.join(', ')}). Each folder is a project of its own.`
    report({ severity: 'info', code: 'label-studio/several-kinds', message })
  }
  if (wide > 0) {
    const message = `Characters such as emoji stand in ${wide} of the conversations. Offsets in turns count UTF-16 code units, as the editor does; Python counts such a character once and not twice.`
    report({ severity: 'info', code: 'label-studio/offset-units', message })
  }
  if (labelers > 0) {
    const message = `The labelers became the users ${firstAnnotator} to ${firstAnnotator + labelers - 1}. Label Studio refuses tasks of users that are no members of the project: set the option "first-annotator", or "completed-by" to omit.`
    report({ severity: 'info', code: 'label-studio/annotators-numbered', message })
  }
}
