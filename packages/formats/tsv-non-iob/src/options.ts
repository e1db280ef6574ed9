import { type OptionSpec, type OptionValues, parseOptions } from '@labelport/format'

const layouts = ['plain', 'datasaur-tsv-3'] as const

/** `plain`: a token and its labels on each line. `datasaur-tsv-3`: numbered tokens below their text. */
export type Layout = (typeof layouts)[number]

export const optionSpecs = [
  {
    name: 'layout',
    type: 'choice',
    choices: layouts,
    default: 'plain',
    help: 'How files are written: token and labels only, or with texts, offsets and arrows.',
  },
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function layoutFrom(values: OptionValues): Layout {
  const texts = Object.entries(values).map(([name, value]) => [name, String(value)])
  const { layout } = parseOptions('tsv-non-iob', optionSpecs, Object.fromEntries(texts))
  return layouts.find((one) => one === layout) ?? 'plain'
}
