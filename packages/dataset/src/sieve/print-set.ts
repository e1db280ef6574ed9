import { openByteRows } from './byte-rows.ts'

/** Prints that were met. */
export interface PrintSet {
  readonly length: number
  /** Takes a print in; false when it is there already. */
  add(print: Uint8Array): boolean
  /** The number of a print, from 0 in the order they came; takes it in when it is new. */
  numberOf(print: Uint8Array): number
  /** The print of a number, good until another one comes. */
  at(number: number): Uint8Array
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
  const numberOf = (print: Uint8Array): number => {
    const slot = slotOf(print)
    const taken = slots[slot] ?? 0
    if (taken !== 0) return taken - 1
    prints.add(print)
    slots[slot] = prints.length
    if (prints.length * 2 > slots.length) grow()
    return prints.length - 1
  }
  return {
    get length() {
      return prints.length
    },
    add(print) {
      const before = prints.length
      return numberOf(print) === before
    },
    numberOf,
    at: prints.at,
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false
  return true
}
