import {
  type Findings,
  type Grid,
  gridOf,
  idField,
  isObject,
  type JsonObject,
  type LabeledSentence,
  type Locate,
  layersOf,
  numberField,
  positionOfLabel,
  positionOfShort,
  readLabelSets,
  targetAt,
} from '@labelport/format'
import { type Cell, type LabelSchema, type Span, unknownOrigin } from '@labelport/model'

/** The labels of a file, read for one run of its sentences after the other. */
export interface OpenLabels {
  /** Reads the labels of the sentences of a run, then those of a list for the whole file. */
  read(
    cells: readonly Cell[],
    labeled: readonly LabeledSentence[],
    rest: readonly unknown[],
  ): Span[]
  /** What names the labels that were read so far. */
  schema(): LabelSchema
}

/** What reading labels needs besides them. */
export interface LabelScope {
  readonly given: LabelSchema | undefined
  readonly findings: Findings
  readonly locate: Locate | undefined
}

/** Opens the labels of a file, which are numbered in its order. */
export function openLabels({ given, findings, locate }: LabelScope): OpenLabels {
  const names = labelNamer(given, findings)
  let count = 0
  const readOne = (source: unknown, pointer: string, grid: Grid, spans: Span[]): void => {
    if (!isObject(source)) {
      findings.wrongType(pointer, source, 'a label')
      return
    }
    const position = positionOfShort(source) ?? positionOfLabel(source)
    const label = labelId(source, pointer, findings)
    if (position === undefined || label === undefined) {
      const message =
        'Found a label without an item or without whole numbers for its place; it is not read.'
      findings.add('error', 'unread-label', pointer, message)
      return
    }
    const target = targetAt(grid, position)
    if (typeof target === 'string') {
      findings.add('error', 'label-outside-text', pointer, target)
      return
    }
    const layer = numberField(source, 'layer', pointer, findings) ?? 0
    count += 1
    const id = `span-${count}`
    const named = names.find(layer, label, pointer)
    locate?.('annotation', id, { pointer })
    spans.push({ type: 'span', id, ...named, target, origin: unknownOrigin })
  }
  return {
    read(cells, labeled, rest) {
      const grid = gridOf(cells)
      const spans: Span[] = []
      for (const { index, labels } of labeled) {
        for (const [at, source] of labels.entries()) {
          readOne(source, `/sentences/${index}/labels/${at}`, grid, spans)
        }
      }
      for (const [at, source] of rest.entries()) readOne(source, `/labels/${at}`, grid, spans)
      return spans
    },
    schema: () => names.schema(),
  }
}

/** A label names its item by `l`, as short labels do, or by `labelSetItemId`, as long ones do. */
function labelId(source: JsonObject, pointer: string, findings: Findings): string | undefined {
  const key = source.l === undefined ? 'labelSetItemId' : 'l'
  return idField(source, key, pointer, findings)
}

/** Finds labels by id, then by name, in the known label set of their layer; adds what is not there. */
function labelNamer(given: LabelSchema | undefined, findings: Findings) {
  const layers = [...layersOf({ schema: given ?? noSchema, annotations: [] }).values()]
  const own = readLabelSets([], '', findings)
  const ownIds = new Map<number, string>()
  const taken = new Set(given?.labelSets.map(({ id }) => id))
  const freeId = (wished: string): string => {
    let id = wished
    while (taken.has(id)) id += '+'
    taken.add(id)
    return id
  }
  return {
    find(layer: number, label: string, pointer: string) {
      const set = layers.find(({ index }) => index === layer)?.set
      const known =
        set?.labels.find(({ id }) => id === label) ?? set?.labels.find(({ name }) => name === label)
      if (set !== undefined && known !== undefined) return { labelSet: set.id, label: known.id }
      const id = ownIds.get(layer) ?? freeId(String(layer))
      ownIds.set(layer, id)
      if (!own.has(layer, label)) {
        own.add(layer, { id: label, name: label })
        if (given !== undefined) {
          const message = `Found the label "${label}", which is not among the labels that are known; it was added to them.`
          findings.add('warning', 'unknown-label', pointer, message)
        }
      }
      return { labelSet: id, label }
    },
    schema(): LabelSchema {
      const added = own.all().map((set) => ({ ...set, id: ownIds.get(Number(set.id)) ?? set.id }))
      const labelSets = [...(given?.labelSets ?? []), ...added]
      return { labelSets, questions: given?.questions ?? [] }
    },
  }
}

const noSchema: LabelSchema = { labelSets: [], questions: [] }
