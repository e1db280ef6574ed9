import type { Label } from '@labelport/model'
import { idField, textField } from './fields.ts'
import { type Findings, noFindings } from './findings.ts'
import { isObject, type JsonObject, sameJson } from './json-value.ts'

/** Reads the items of a label set. Items without an id are findings and left out. */
export function readLabelItems(
  items: readonly unknown[],
  pointer: string,
  findings: Findings,
): Label[] {
  const labels: Label[] = []
  const taken = new Set<string>()
  for (const [index, item] of items.entries()) {
    const at = `${pointer}/${index}`
    if (!isObject(item)) {
      findings.wrongType(at, item, 'a label item')
      continue
    }
    const label = labelFrom(item, at, findings)
    if (label === undefined) {
      findings.add('error', 'missing-id', at, 'Found a label item without an id; it is left out.')
    } else if (taken.has(label.id)) {
      const message = `Found the label item "${label.id}" a second time in its set; the first one counts.`
      findings.add('warning', 'duplicate-id', `${at}/id`, message)
    } else {
      taken.add(label.id)
      labels.push(label)
    }
  }
  return labels
}

/** Reads one label item; undefined when it has no id. */
export function labelFrom(
  item: JsonObject,
  pointer: string,
  findings: Findings,
): Label | undefined {
  const id = idField(item, 'id', pointer, findings)
  if (id === undefined) return undefined
  const name = textField(item, 'labelName', pointer, findings) ?? id
  const color = textField(item, 'color', pointer, findings)
  const parent = idField(item, 'parentId', pointer, findings)
  return {
    id,
    name,
    ...(color !== undefined && { color }),
    ...(parent !== undefined && { parent }),
  }
}

/** Writes labels as items; an item of the source comes back as it was while it means the same. */
export function writeLabelItems(
  labels: readonly Label[],
  source: readonly unknown[],
): JsonObject[] {
  const known = new Map<string, JsonObject>()
  for (const item of source) {
    if (!isObject(item)) continue
    const label = labelFrom(item, '', noFindings)
    if (label !== undefined && !known.has(label.id)) known.set(label.id, item)
  }
  return labels.map((label) => {
    const item = known.get(label.id)
    if (item !== undefined && sameJson(labelFrom(item, '', noFindings), label)) return item
    const { id, name, parent, color } = label
    return { ...item, id, labelName: name, parentId: parent ?? null, color: color ?? null }
  })
}
