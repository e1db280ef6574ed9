import type { Format, OptionSpec, OptionValue } from '@labelport/format'

/** A format with one option that is not the default. */
export interface Variant {
  readonly option: string
  readonly value: OptionValue
  readonly format: Format
}

/** The most variants that are made of a format. */
const variantLimit = 24

/** A variant for every other value of the options that have few: choices and flags. */
export function variantsOf(format: Format): readonly Variant[] {
  const { options = [], configure } = format
  if (configure === undefined) return []
  const defaults = Object.fromEntries(options.map((one) => [one.name, one.default]))
  return options
    .flatMap((spec) =>
      otherValues(spec).map((value) => ({
        option: spec.name,
        value,
        format: configure({ ...defaults, [spec.name]: value }),
      })),
    )
    .slice(0, variantLimit)
}

function otherValues(spec: OptionSpec): readonly OptionValue[] {
  switch (spec.type) {
    case 'choice':
      return spec.choices.filter((choice) => choice !== spec.default)
    case 'flag':
      return [!spec.default]
    case 'number':
    case 'text':
    case 'list':
      return []
    default:
      return spec satisfies never
  }
}
