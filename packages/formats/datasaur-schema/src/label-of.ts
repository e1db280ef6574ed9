import {
  type Findings,
  idField,
  type JsonObject,
  type LabelSets,
  labelFrom,
  numberField,
  objectField,
} from '@labelport/format'

/** The label item a label names and the set it is in; undefined when it names none. */
export function labelOf(
  source: JsonObject,
  pointer: string,
  { labelSets, findings }: { readonly labelSets: LabelSets; readonly findings: Findings },
): { readonly id: string; readonly layer: number } | undefined {
  const item = objectField(source, 'labelItem', pointer, findings)
  // `labelName` holds the id of the item; the readable name is in `labelItem`.
  const id =
    idField(source, 'labelName', pointer, findings) ??
    (item && idField(item, 'id', `${pointer}/labelItem`, findings))
  if (id === undefined) return undefined
  const layer = numberField(source, 'layer', pointer, findings)
  const setIndex = numberField(source, 'labelSetIndex', pointer, findings)
  const index = layer ?? setIndex ?? 0
  if (id === '') return { id, layer: index }
  if (layer !== undefined && setIndex !== undefined && layer !== setIndex) {
    const chosen = !labelSets.has(layer, id) && labelSets.has(setIndex, id) ? setIndex : layer
    const message = `Found layer ${layer} and labelSetIndex ${setIndex}, expected equal numbers; the label is taken from set ${chosen}.`
    findings.add('warning', 'layer-mismatch', `${pointer}/labelSetIndex`, message)
    if (chosen === setIndex) return { id, layer: chosen }
  }
  if (!labelSets.has(index, id)) {
    const message = `Found the label item "${id}", which label set ${index} does not have; it is added.`
    findings.add('warning', 'unknown-label', `${pointer}/labelName`, message)
    const label = item && labelFrom(item, `${pointer}/labelItem`, findings)
    labelSets.add(index, { ...(label ?? { name: id }), id })
  }
  return { id, layer: index }
}
