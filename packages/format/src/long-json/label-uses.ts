import { idText } from '../datasaur/fields.ts'
import type { LabelSets } from '../datasaur/label-sets.ts'
import { integerAt, isKey } from './element-keys.ts'
import { skipSpace } from './value-end.ts'

/**
 * The label items that labels of a long file name. Where its sets declare all of them, the schema is known before the
 * first segment; elsewhere a set that comes up late would change names that were written before.
 */
export interface LabelUses {
  /** Looks where the values of a label's layer and item begin; -1 for a key that is not there. */
  look(bytes: Uint8Array, layerAt: number, itemAt: number, to: number): void
  add(layer: unknown, item: unknown): void
  /** Says that it is not plain to see what a label names. */
  doubt(): void
  areDeclared(sets: Pick<LabelSets, 'has'>): boolean
}

interface Use {
  readonly layer: number
  /** Between the quotation marks. */
  readonly item: Uint8Array
}

const quote = 0x22
const backslash = 0x5c
const decoder = new TextDecoder()

/** Opens uses without any. */
export function openLabelUses(): LabelUses {
  /** By a hash: most labels name what others named before, and need no string for that. */
  const seen = new Map<number, Use[]>()
  /** Items by layer, of labels that had to be parsed. */
  const named = new Map<number, Set<string>>()
  let isClear = true
  const add = (layer: unknown, item: unknown): void => {
    const id = idText(item)
    if (id === undefined) return
    const index = typeof layer === 'number' ? layer : 0
    const items = named.get(index) ?? new Set<string>()
    named.set(index, items.add(id))
  }
  return {
    look(bytes, layerAt, itemAt, to) {
      if (itemAt === -1) return
      const layer = layerAt === -1 ? 0 : integerAt(bytes, layerAt, to)
      const open = skipSpace(bytes, itemAt, to)
      if (layer === -1 || bytes[open] !== quote) {
        isClear = false
        return
      }
      let hash = layer
      let at = open + 1
      for (let byte = bytes[at]; at < to && byte !== quote; byte = bytes[at]) {
        if (byte === backslash) isClear = false
        hash = (Math.imul(hash, 31) + (byte ?? 0)) | 0
        at += 1
      }
      const uses = seen.get(hash) ?? []
      if (uses.length === 0) seen.set(hash, uses)
      for (const use of uses)
        if (use.layer === layer && isKey(bytes, open + 1, at, use.item)) return
      uses.push({ layer, item: bytes.slice(open + 1, at) })
    },
    add,
    doubt() {
      isClear = false
    },
    areDeclared(sets) {
      if (!isClear) return false
      for (const { layer, item } of [...seen.values()].flat()) add(layer, decoder.decode(item))
      return [...named].every(([layer, items]) =>
        [...items].every((item) => item === '' || sets.has(layer, item)),
      )
    },
  }
}
