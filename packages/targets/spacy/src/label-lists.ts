import type { Part } from '@labelport/format'
import type { Options } from './options.ts'

/** The classes of a data set, in the order in which they are numbered. */
export interface Classes {
  readonly labels: readonly string[]
  readonly categories: readonly string[]
}

/**
 * The files that `spacy init labels` would make, for `spacy.read_labels.v1`: every split and every run then
 * numbers classes alike, whichever of them its docs have.
 */
export function* labelLists({ labels, categories }: Classes, options: Options): Generator<Part> {
  if (labels.length > 0 && options.labels !== 'spans') yield file('ner', moves(labels))
  if (labels.length > 0 && options.labels !== 'ents') yield file('spancat', labels)
  if (categories.length > 0) yield file('textcat', categories)
}

function file(component: string, content: unknown): Part {
  return { path: `labels/${component}.json`, chunk: `${JSON.stringify(content)}\n` }
}

/**
 * The moves of the entity recognizer by their numbers: nothing, begin, in, last, unit, out. Labels that were not
 * counted have numbers below 0, and the highest comes first.
 */
function moves(labels: readonly string[]): Readonly<Record<string, unknown>> {
  const all = Object.fromEntries(labels.map((label, index) => [label, -1 - index]))
  return { 0: {}, 1: all, 2: all, 3: all, 4: all, 5: { '': 1 } }
}
