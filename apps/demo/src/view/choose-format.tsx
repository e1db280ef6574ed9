import type { TargetChoice } from '../conversion-view.ts'
import type { WritableFormat } from '../protocol.ts'
import { Fold } from './fold.tsx'
import { OptionFields } from './option-fields.tsx'

interface ChooseFormatProps {
  readonly writable: readonly WritableFormat[]
  readonly chosen: readonly TargetChoice[]
  readonly onChoose: (chosen: readonly TargetChoice[]) => void
}

/** What to write, one or several, each with its options below it once it is chosen. */
export function ChooseFormat({ writable, chosen, onChoose }: ChooseFormatProps) {
  const ofKind = (kind: WritableFormat['kind']) => writable.filter((one) => one.kind === kind)
  const others = ofKind('format')
  const isChosen = ({ id }: WritableFormat): boolean => chosen.some(({ format }) => format === id)
  const list = (some: readonly WritableFormat[]) =>
    some.map((format) => (
      <FormatChoice
        key={format.id}
        format={format}
        target={chosen.find((one) => one.format === format.id)}
        onToggle={() => onChoose(toggled(chosen, format.id))}
        onOptions={(options) =>
          onChoose(
            chosen.map((one) => (one.format === format.id ? { format: format.id, options } : one)),
          )
        }
      />
    ))
  return (
    <>
      <fieldset class="formats">
        <legend>Training data</legend>
        {list(ofKind('target'))}
      </fieldset>
      <Fold kind="other-formats" title="Other formats" open={others.some(isChosen)}>
        <fieldset class="formats">
          <legend class="visually-hidden">Other formats</legend>
          {list(others)}
        </fieldset>
      </Fold>
    </>
  )
}

interface FormatChoiceProps {
  readonly format: WritableFormat
  /** Absent when it is not chosen. */
  readonly target: TargetChoice | undefined
  readonly onToggle: () => void
  readonly onOptions: (options: TargetChoice['options']) => void
}

function FormatChoice({ format, target, onToggle, onOptions }: FormatChoiceProps) {
  const { id, title, tasks, options } = format
  return (
    <div class="format-choice">
      <label class="format">
        <input
          type="checkbox"
          name="format"
          value={id}
          checked={target !== undefined}
          onChange={onToggle}
        />
        <span class="format-name">{title}</span>
        <span class="format-tasks">{tasks.length > 5 ? 'every kind' : tasks.join(', ')}</span>
      </label>
      {target !== undefined && (
        <OptionFields
          format={id}
          title={`Options of ${title}`}
          specs={options}
          values={target.options}
          onChange={onOptions}
        />
      )}
    </div>
  )
}

/** One more target, or one less. */
function toggled(chosen: readonly TargetChoice[], id: string): readonly TargetChoice[] {
  const others = chosen.filter(({ format }) => format !== id)
  return others.length < chosen.length ? others : [...chosen, { format: id, options: {} }]
}
