import { FormatError } from './diagnostic.ts'

/** An option of a format, as data: the command line and the page build their inputs from it. */
export type OptionSpec = { readonly name: string; readonly help: string } & (
  | { readonly type: 'choice'; readonly choices: readonly string[]; readonly default: string }
  | { readonly type: 'flag'; readonly default: boolean }
  | { readonly type: 'number'; readonly default: number; readonly min?: number }
  | { readonly type: 'text'; readonly default: string }
  /** Several texts, given comma-separated on the command line. */
  | { readonly type: 'list'; readonly default: readonly string[] }
)

/** A value of an option. */
export type OptionValue = string | number | boolean | readonly string[]

/** Values by option name. Absent ones take the default. */
export type OptionValues = Readonly<Record<string, OptionValue>>

/**
 * Turns texts, as a command line gives them, into checked values with defaults filled in.
 * Throws FormatError `engine/unknown-option` or `engine/bad-option`.
 */
export function parseOptions(
  format: string,
  specs: readonly OptionSpec[],
  texts: Readonly<Record<string, string>>,
): OptionValues {
  const known = new Map(specs.map((spec) => [spec.name, spec]))
  for (const name of Object.keys(texts)) {
    if (known.has(name)) continue
    const names = specs.length === 0 ? 'none' : specs.map((spec) => spec.name).join(', ')
    const message = `${format} has no option "${name}". It has: ${names}.`
    throw new FormatError({ severity: 'error', code: 'engine/unknown-option', message })
  }
  return Object.fromEntries(
    specs.map((spec) => {
      const text = Object.hasOwn(texts, spec.name) ? texts[spec.name] : undefined
      return [spec.name, text === undefined ? spec.default : parseOption(format, spec, text)]
    }),
  )
}

/** The value of an option, as its kind says. */
type CheckedValue<S extends OptionSpec> = S extends { readonly type: 'choice' }
  ? S['choices'][number]
  : S extends { readonly type: 'flag' }
    ? boolean
    : S extends { readonly type: 'number' }
      ? number
      : S extends { readonly type: 'list' }
        ? readonly string[]
        : string

/** The values of all options, by name. */
export type CheckedOptions<S extends readonly OptionSpec[]> = {
  readonly [K in S[number] as K['name']]: CheckedValue<K>
}

/** Checks values that code gives, and fills in defaults. Throws like `parseOptions`. */
export function checkedOptions<const S extends readonly OptionSpec[]>(
  format: string,
  specs: S,
  values: OptionValues,
): CheckedOptions<S> {
  const texts = Object.entries(values).map(([name, value]) => [name, String(value)])
  // What `parseOptions` lets pass is of the kind the spec says, which its type cannot tell.
  return parseOptions(format, specs, Object.fromEntries(texts)) as CheckedOptions<S>
}

function parseOption(format: string, spec: OptionSpec, text: string): OptionValue {
  switch (spec.type) {
    case 'text':
      return text
    case 'list':
      return text === '' ? [] : text.split(',').map((item) => item.trim())
    case 'choice':
      if (spec.choices.includes(text)) return text
      throw badOption(format, spec.name, text, `one of ${spec.choices.join(', ')}`)
    case 'flag':
      if (text === 'true' || text === '') return true
      if (text === 'false') return false
      throw badOption(format, spec.name, text, 'true or false')
    case 'number': {
      const number = Number(text)
      const fits =
        text.trim() !== '' && Number.isFinite(number) && number >= (spec.min ?? -Infinity)
      if (fits) return number
      const least = spec.min === undefined ? '' : ` of at least ${spec.min}`
      throw badOption(format, spec.name, text, `a number${least}`)
    }
    default:
      return spec satisfies never
  }
}

function badOption(format: string, name: string, found: string, expected: string): FormatError {
  const message = `Option "${name}" of ${format} is ${JSON.stringify(found)}; expected ${expected}.`
  return new FormatError({ severity: 'error', code: 'engine/bad-option', message })
}
