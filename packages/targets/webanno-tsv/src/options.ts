import {
  checkedOptions,
  FormatError,
  type OptionSpec,
  type OptionValues,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'

/** A layer as files name it: its type and the feature that holds the label. */
export interface Layer {
  readonly type: string
  readonly feature: string
}

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  readonly spans: Layer
  readonly arrows: Layer
  readonly unresolved: UnresolvedRule
}

export const optionSpecs = [
  {
    name: 'span-layer',
    type: 'text',
    default: 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value',
    help: 'The layer of labels and its feature: "type|feature".',
  },
  {
    name: 'relation-layer',
    type: 'text',
    default: 'webanno.custom.Relation|label',
    help: 'The layer of arrows and its feature: "type|feature".',
  },
  unresolvedSpec,
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('webanno-tsv', optionSpecs, values)
  return {
    spans: layerFrom('span-layer', read['span-layer']),
    arrows: layerFrom('relation-layer', read['relation-layer']),
    unresolved: read.unresolved,
  }
}

/** Names of types and features as UIMA, which WebAnno is built on, allows them. */
const layerPattern = /^([a-zA-Z]\w*(?:\.[a-zA-Z]\w*)*)\|([a-zA-Z]\w*)$/

function layerFrom(option: string, text: string): Layer {
  const [, type, feature] = layerPattern.exec(text) ?? []
  if (type !== undefined && feature !== undefined) return { type, feature }
  const message = `Option "${option}" of webanno-tsv is ${JSON.stringify(text)}; expected a type and a feature, such as "webanno.custom.Entity|label".`
  throw new FormatError({ severity: 'error', code: 'engine/bad-option', message })
}
