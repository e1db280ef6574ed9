import type { Answer, LabelNames } from '@labelport/model'
import { placeArrows } from './arrows.ts'
import type { Categories, Choices } from './categories.ts'
import type { BinDoc } from './doc-bin.ts'
import { type Docs, layOut } from './docs.ts'
import { placeLabels } from './labels.ts'
import type { Packable } from './msgpack.ts'
import type { Options, Unit } from './options.ts'
import type { Sifted } from './sift.ts'
import { writtenOut } from './surrogates.ts'

/** What making docs of a document needs to know. */
export interface DocMaking {
  readonly unit: Unit
  readonly categories: Categories
  readonly names: LabelNames
  readonly options: Options
}

/** The docs of one document with everything that is said about them. */
export function* finishedDocs(sifted: Sifted, making: DocMaking): Generator<BinDoc> {
  const { document } = sifted
  const { unit, categories, names, options } = making
  const docs = layOut(sifted, unit)
  const labels = placeLabels(sifted, docs, names, options)
  const arrows = placeArrows(sifted, labels, names)
  const choices = choicesOf(sifted, docs, making)
  // A project that never asked for labels says nothing about where none are.
  const asked =
    sifted.spans.length > 0 || document.schema.labelSets.some((set) => set.appliesTo === 'text')
  for (const [index, draft] of docs.docs.entries()) {
    const userData = new Map<Packable, Packable>([['document', writtenOut(document.name)]])
    if (draft.row !== undefined) userData.set('row', draft.row)
    const relations = arrows.get(index)
    if (relations !== undefined) userData.set('relations', relations)
    const chosen = choices.get(index)
    const spans = { key: options.key, labels: labels.spans.get(index) ?? [] }
    yield {
      draft,
      ents: asked && options.labels !== 'spans' ? (labels.ents.get(index) ?? []) : undefined,
      spans: asked && options.labels !== 'ents' ? spans : undefined,
      cats: () => (chosen === undefined ? new Map() : categories.scores(chosen)),
      userData,
    }
  }
}

/** The answers about each doc, by its index. */
function choicesOf(
  { document, fates, answers }: Sifted,
  { docs }: Docs,
  { unit, categories }: DocMaking,
): ReadonlyMap<number, Choices> {
  const byDoc = new Map<number, Choices>()
  const docOfRow = new Map(docs.map(({ row }, index) => [row, index]))
  const docOf = ({ about }: Answer): number | undefined =>
    docOfRow.get(about.type === 'row' ? about.row : undefined)
  for (const answer of answers) {
    const { type } = answer.about
    const doc = docOf(answer)
    if (type === 'annotation') fates.drop('answer', 'no-place', answer.id)
    else if (type !== unit) fates.drop('answer', 'other-unit', answer.id)
    else if (doc === undefined) fates.drop('answer', 'left-out', answer.id)
    else {
      const choices = byDoc.get(doc) ?? new Map()
      byDoc.set(doc, choices)
      categories.choose(answer, document, choices, fates)
    }
  }
  return byDoc
}
