import type { Diagnostic } from '../diagnostic.ts'
import type { OptionSpec, OptionValue } from '../option.ts'
import type { OffsetUnit, UnitEvidence } from './unit-evidence.ts'

/** What a person may say about the unit of offsets. */
export type AskedUnit = 'auto' | OffsetUnit

/** The option of formats whose files do not tell what offsets count. */
export const unitSpec = {
  name: 'unit',
  type: 'choice',
  choices: ['auto', 'code-points', 'utf-16'],
  default: 'auto',
  help: 'What the offsets of a file that is read count.',
} as const satisfies OptionSpec

/** Takes the two units; anything else leaves it to evidence. */
export function askedUnit(value: OptionValue | undefined): AskedUnit {
  return value === 'code-points' || value === 'utf-16' ? value : 'auto'
}

/** Says in which unit offsets were read and why; undefined where the unit makes no difference. */
export function unitFinding(
  { unit, differing, fitting }: UnitEvidence,
  asked: AskedUnit,
): Pick<Diagnostic, 'severity' | 'message'> | undefined {
  if (differing === 0) return undefined
  const [points, units] = [fitting['code-points'], fitting['utf-16']]
  const isOpen = asked === 'auto' && points === units
  const taken = asked === 'auto' ? unit : asked
  const how =
    asked === 'auto' ? 'Offsets were read' : 'As the option "unit" says, offsets were read'
  const name = taken === 'utf-16' ? 'UTF-16 code units' : 'Unicode code points'
  const open = isOpen
    ? ' That does not decide; code points are what the service documents. Set the option "unit" if labels look shifted.'
    : ''
  const message = `${how} as ${name}. For ${differing} labels behind characters such as emoji the units differ: ${points} of them lie on words when code points are counted, ${units} when UTF-16 code units are.${open}`
  return { severity: isOpen ? 'warning' : 'info', message }
}
