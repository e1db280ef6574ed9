import { checkedOptions, type OptionSpec, type OptionValues } from '@labelport/format'

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
  const { layout } = checkedOptions('tsv-non-iob', optionSpecs, values)
  return layout
}
