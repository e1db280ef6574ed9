import { openByteRows } from './byte-rows.ts'

/** Prints that were met. */
export interface PrintSet {
  /** Takes a print in; false when it is there already. */
  add(print: Uint8Array): boolean
}

/**
 * Opens an empty set of prints of so many bytes, at least four, that are spread evenly as hashes are. Takes their bytes
 * and 8 to 16 more for each, a third of what a set of texts takes.
 */
export function openPrintSet(width: number): PrintSet {
  const prints = openByteRows(width)
  // Places of prints, counted from 1, where their first bytes point to or behind; 0 is free.
  let slots = new Uint32Array(16)
  const slotOf = (print: Uint8Array): number => {
    const [a = 0, b = 0, c = 0, d = 0] = print
    let slot = (a | (b << 8) | (c << 16) | (d << 24)) & (slots.length - 1)
    for (;;) {
      const taken = slots[slot] ?? 0
      if (taken === 0 || isEqual(prints.at(taken - 1), print)) return slot
      slot = (slot + 1) & (slots.length - 1)
    }
  }
  const grow = (): void => {
    slots = new Uint32Array(slots.length * 2)
    for (let at = 0; at < prints.length; at += 1) slots[slotOf(prints.at(at))] = at + 1
  }
  return {
    add(print) {
      const slot = slotOf(print)
      if (slots[slot] !== 0) return false
      prints.add(print)
      slots[slot] = prints.length
      if (prints.length * 2 > slots.length) grow()
      return true
    },
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false
  return true
}
