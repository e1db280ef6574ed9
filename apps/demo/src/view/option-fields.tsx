import type { OptionSpec } from '@labelport/format'
import { useEffect, useState } from 'preact/hooks'
import { defaultText } from './option-text.ts'

type Texts = Readonly<Record<string, string>>

interface OptionFieldsProps {
  /** Id of the format; tells fields of equal names apart. */
  readonly format: string
  readonly title?: string
  readonly specs: readonly OptionSpec[]
  /** Only those that differ from the defaults. */
  readonly values: Texts
  readonly onChange: (values: Texts) => void
}

/** The options of a format, made from what it says of them. */
export function OptionFields({
  format,
  title = 'Options',
  specs,
  values,
  onChange,
}: OptionFieldsProps) {
  if (specs.length === 0) return null
  const set = (spec: OptionSpec, text: string): void => {
    const { [spec.name]: _, ...others } = values
    onChange(text === defaultText(spec) ? others : { ...others, [spec.name]: text })
  }
  return (
    <fieldset class="options">
      <legend>{title}</legend>
      {specs.map((spec) => (
        <div class={`option ${spec.type}`} key={spec.name}>
          <label for={`${format}-${spec.name}`}>{spec.name}</label>
          <Field
            id={`${format}-${spec.name}`}
            spec={spec}
            text={values[spec.name] ?? defaultText(spec)}
            onText={(text) => set(spec, text)}
          />
          <p class="help" id={`${format}-${spec.name}-help`}>
            {spec.help}
          </p>
        </div>
      ))}
    </fieldset>
  )
}

interface FieldProps {
  readonly id: string
  readonly spec: OptionSpec
  readonly text: string
  readonly onText: (text: string) => void
}

function Field({ id, spec, text, onText }: FieldProps) {
  // A plan that arrives while somebody types leaves what was typed.
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  const shared = { id, 'aria-describedby': `${id}-help` }
  switch (spec.type) {
    case 'choice':
      return (
        <select {...shared} value={text} onChange={(event) => onText(event.currentTarget.value)}>
          {spec.choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice === '' ? '\u2013' : choice}
            </option>
          ))}
        </select>
      )
    case 'flag':
      return (
        <input
          {...shared}
          type="checkbox"
          checked={text === 'true'}
          onChange={(event) => onText(String(event.currentTarget.checked))}
        />
      )
    case 'number':
      return (
        <input
          {...shared}
          type="number"
          value={text}
          step="any"
          {...(spec.min === undefined ? {} : { min: spec.min })}
          onChange={(event) => onText(event.currentTarget.value || defaultText(spec))}
        />
      )
    case 'text':
    case 'list':
      return (
        <input
          {...shared}
          type="text"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          placeholder={spec.type === 'list' ? 'one, two, three' : ''}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      )
    default:
      return spec satisfies never
  }
}
