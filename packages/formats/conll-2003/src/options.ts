import { checkedOptions, type OptionSpec, type OptionValues } from '@labelport/format'

const schemes = ['same', 'iob2', 'iob1'] as const

/** `same`: as it was read, IOB2 for documents from elsewhere. */
export type TagScheme = (typeof schemes)[number]

export const optionSpecs = [
  {
    name: 'scheme',
    type: 'choice',
    choices: schemes,
    default: 'same',
    help: 'The tags: IOB2, IOB1, or the same as was read (IOB2 for documents from elsewhere).',
  },
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function schemeFrom(values: OptionValues): TagScheme {
  const { scheme } = checkedOptions('conll-2003', optionSpecs, values)
  return scheme
}
