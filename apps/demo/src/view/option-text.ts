import type { OptionSpec } from '@labelport/format'

/** The default of an option as a command line would give it. */
export function defaultText(spec: OptionSpec): string {
  return spec.type === 'list' ? spec.default.join(',') : String(spec.default)
}
