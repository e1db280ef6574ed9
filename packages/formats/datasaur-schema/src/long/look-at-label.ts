import { idText, integerAt, isObject, type JsonObject, type LabelUses } from '@labelport/format'

/** Where the values begin that tell which label item a label names; -1 for a key that is not there. */
export interface NamedAt {
  readonly nameAt: number
  readonly layerAt: number
  readonly setAt: number
}

/** Tells which label item a label names, as `labelOf` reads it; false where only parsing tells. */
export function lookAtBytes(
  bytes: Uint8Array,
  { nameAt, layerAt, setAt }: NamedAt,
  to: number,
  uses: LabelUses,
): boolean {
  if (nameAt === -1) return false
  const isTwice = layerAt !== -1 && setAt !== -1
  if (isTwice && integerAt(bytes, layerAt, to) !== integerAt(bytes, setAt, to)) return false
  uses.look(bytes, layerAt === -1 ? setAt : layerAt, nameAt, to)
  return true
}

/** The same for a label that was parsed. Of two sets, which one it is depends on what was read before. */
export function lookAtLabel(
  { labelName, labelItem, layer, labelSetIndex }: JsonObject,
  uses: LabelUses,
): void {
  const id = idText(labelName) ?? (isObject(labelItem) ? idText(labelItem.id) : undefined)
  const index = typeof layer === 'number' ? layer : labelSetIndex
  if (id !== undefined && typeof labelSetIndex === 'number' && index !== labelSetIndex) uses.doubt()
  else uses.add(index, id)
}
