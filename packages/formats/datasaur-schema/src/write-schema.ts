import {
  type AskedQuestion,
  type BoxPlacement,
  idText,
  isObject,
  type JsonObject,
  type Layers,
  type Layout,
  overlay,
  type Tally,
  textBoxLabel,
  writeQuestions,
  writtenItems,
} from '@labelport/format'
import type { Label, LabeledDocument, LabelSet, Question } from '@labelport/model'
import { questionLists } from './answers.ts'
import { boxSetId } from './boxes.ts'
import { classPrefix } from './item-questions.ts'

/** A document on its way into a file. */
export interface Outgoing {
  readonly document: LabeledDocument
  /** `data` of the file it was read from, without the lists that the model carries. */
  readonly source: JsonObject | undefined
  readonly layout: Layout
  readonly placement: BoxPlacement
  readonly schema: WrittenSchema
  readonly labelerInfo: JsonObject
  readonly tally: Tally
}

/** Labels and questions as the file has them. */
export interface WrittenSchema {
  readonly labelSets: readonly JsonObject[]
  readonly boxSets: readonly JsonObject[]
  readonly documentQuestions: readonly AskedQuestion[]
  readonly rowQuestions: readonly AskedQuestion[]
  /** The item of a text label. */
  itemOf(layer: number, label: string): JsonObject | undefined
  /** The questions about a label. */
  askedOf(labelSet: string, label: string): readonly AskedQuestion[]
}

/** Writes all sets of labels and questions of a document. */
export function writeSchema(
  document: LabeledDocument,
  layers: Layers,
  source: JsonObject | undefined,
): WrittenSchema {
  const taken = new Set<string>()
  const asked = new Map<string, readonly AskedQuestion[]>()
  const aboutLabel = (labelSet: string, label: string, list: unknown): readonly AskedQuestion[] => {
    const questions = document.schema.questions.filter(
      ({ about }) => about.type === 'label' && about.labelSet === labelSet && about.label === label,
    )
    const about = { type: 'label', labelSet, label } as const
    const prefix = classPrefix(labelSet, label)
    const written = writeQuestions(questions, list, { prefix, about, taken })
    asked.set(prefix, written)
    return written
  }
  const idOfLayer = new Map([...layers].map(([id, { index }]) => [index, id]))
  const items = new Map<string, JsonObject>()
  const labelSets = writtenItems(layers, source?.labelSets).map((set) => {
    const labelItems = set.items.map((item) => {
      const label = idText(item.id) ?? ''
      items.set(`${set.index}:${label}`, item)
      return withQuestions(item, aboutLabel(idOfLayer.get(set.index) ?? '', label, item.questions))
    })
    const leaves = set.source === undefined ? { leafOnlyOption: false } : {}
    return overlay(set.source, { name: set.name ?? null, index: set.index, labelItems, ...leaves })
  })
  const about = (type: 'document' | 'row'): readonly AskedQuestion[] => {
    const { key, scope } = questionLists[type]
    const own = document.schema.questions.filter((one: Question) => one.about.type === type)
    return writeQuestions(own, source?.[key], { ...scope, taken })
  }
  return {
    labelSets,
    boxSets: writeBoxSets(document, layers, source?.bboxLabelSets, aboutLabel),
    documentQuestions: about('document'),
    rowQuestions: about('row'),
    itemOf: (layer, label) => items.get(`${layer}:${label}`),
    askedOf: (labelSet, label) => asked.get(classPrefix(labelSet, label)) ?? [],
  }
}

/** The item or class with its questions; one that never had any does not get the key. */
function withQuestions(item: JsonObject, asked: readonly AskedQuestion[]): JsonObject {
  if (asked.length === 0 && item.questions === undefined) return item
  return overlay(item, { questions: asked.map(({ source }) => source) })
}

function writeBoxSets(
  document: LabeledDocument,
  layers: Layers,
  source: unknown,
  aboutLabel: (labelSet: string, label: string, list: unknown) => readonly AskedQuestion[],
): JsonObject[] {
  const taken = new Set([...layers.keys(), textBoxLabel.labelSet])
  const known = new Map<string, JsonObject>()
  for (const [index, one] of (Array.isArray(source) ? source : []).entries()) {
    if (!isObject(one)) continue
    const id = boxSetId(one, index, taken)
    taken.add(id)
    known.set(id, one)
  }
  return [...boxSetsOf(document).values()].map((set) => {
    const before = known.get(set.id)
    const classes: unknown[] = Array.isArray(before?.classes) ? before.classes : []
    return overlay(before, {
      ...(before === undefined && { id: set.id }),
      name: set.name ?? null,
      ...(before === undefined && { autoLabelProvider: null }),
      classes: set.labels.map((label) => {
        const own = classes.filter(isObject).find((one) => idText(one.id) === label.id)
        return writeClass(label, own, aboutLabel(set.id, label.id, own?.questions))
      }),
    })
  })
}

function writeClass(
  { id, name, color }: Label,
  source: JsonObject | undefined,
  asked: readonly AskedQuestion[],
): JsonObject {
  const allowances = source === undefined && { captionAllowed: true, captionRequired: false }
  const own = idText(source?.id) === id ? source?.id : id
  const written = overlay(source, { id: own, name, color: color ?? null, ...allowances })
  return withQuestions(written, asked)
}

/** The box label sets of the schema, completed by labels that boxes use without being declared. */
function boxSetsOf({ schema, annotations }: LabeledDocument): ReadonlyMap<string, LabelSet> {
  const sets = new Map<string, LabelSet>()
  for (const set of schema.labelSets) if (set.appliesTo === 'box') sets.set(set.id, set)
  // Boxes around text have a list of their own, without classes.
  sets.delete(textBoxLabel.labelSet)
  for (const one of annotations) {
    if (one.type !== 'box' || one.labelSet === textBoxLabel.labelSet) continue
    const set = sets.get(one.labelSet) ?? { id: one.labelSet, appliesTo: 'box', labels: [] }
    const isKnown = set.labels.some(({ id }) => id === one.label)
    const labels = isKnown ? set.labels : [...set.labels, { id: one.label, name: one.label }]
    if (!isKnown || !sets.has(set.id)) sets.set(set.id, { ...set, labels })
  }
  return sets
}
