import type { Label, LabelSet } from '@labelport/model'
import { listField, numberField, textField } from './fields.ts'
import type { Findings } from './findings.ts'
import { isObject, type JsonObject } from './json-value.ts'
import { readLabelItems, writeLabelItems } from './label-items.ts'
import type { Layers } from './layers.ts'

/** The text label sets of a file while its labels are read. */
export interface LabelSets {
  has(index: number, label: string): boolean
  /** Adds a label that is used and not declared. */
  add(index: number, label: Label): void
  /** The sets, in the order of the file. */
  all(): LabelSet[]
}

/** Reads label sets. Labels name a set by its `index`, which becomes the set's id as text. */
export function readLabelSets(
  list: readonly unknown[],
  pointer: string,
  findings: Findings,
): LabelSets {
  const drafts = new Map<number, Draft>()
  for (const [position, source] of list.entries()) {
    const at = `${pointer}/${position}`
    if (!isObject(source)) {
      findings.wrongType(at, source, 'a label set')
      continue
    }
    const index = numberField(source, 'index', at, findings) ?? position
    if (drafts.has(index)) {
      const message = `Found a second label set with the index ${index}; the first one counts.`
      findings.add('error', 'duplicate-label-set', `${at}/index`, message)
      continue
    }
    const items = listField(source, 'labelItems', at, findings)
    const labels = readLabelItems(items, `${at}/labelItems`, findings)
    const name = textField(source, 'name', at, findings)
    drafts.set(index, draftOf(labels, name))
  }
  return {
    has: (index, label) => drafts.get(index)?.ids.has(label) === true,
    add(index, label) {
      const draft = drafts.get(index) ?? draftOf([], undefined)
      drafts.set(index, draft)
      draft.ids.add(label.id)
      draft.labels.push(label)
    },
    all: () =>
      [...drafts].map(([index, { name, labels }]) => ({
        id: String(index),
        ...(name !== undefined && { name }),
        appliesTo: 'text',
        labels,
      })),
  }
}

interface Draft {
  readonly name: string | undefined
  readonly labels: Label[]
  readonly ids: Set<string>
}

function draftOf(labels: Label[], name: string | undefined): Draft {
  return { name, labels, ids: new Set(labels.map(({ id }) => id)) }
}

/** The label items of each written set by its index, and the source's set when there was one. */
export function writtenItems(
  layers: Layers,
  source: unknown,
): { index: number; name: string | undefined; items: JsonObject[]; source?: JsonObject }[] {
  const known = new Map<unknown, JsonObject>()
  for (const [position, set] of (Array.isArray(source) ? source : []).entries()) {
    if (!isObject(set)) continue
    const index = typeof set.index === 'number' ? set.index : position
    if (!known.has(index)) known.set(index, set)
  }
  return [...layers.values()]
    .filter(({ isWritten }) => isWritten)
    .map(({ index, set }) => {
      const before = known.get(index)
      const sourceItems = Array.isArray(before?.labelItems) ? before.labelItems : []
      const items = writeLabelItems(set.labels, sourceItems)
      return { index, name: set.name, items, ...(before && { source: before }) }
    })
}
