import type { LabeledDocument } from '@labelport/model'

const wordly = /[\p{L}\p{M}\p{N}]/u

/** How many labels begin or end inside a word or at a blank. */
export function offWords({
  cells,
  annotations,
}: Pick<LabeledDocument, 'cells' | 'annotations'>): number {
  return annotations.filter((one) => {
    if (one.type !== 'span') return false
    const { cell, start, end } = one.target
    const text = cells[cell]?.text ?? ''
    const cuts = (at: number): boolean =>
      wordly.test(text.charAt(at - 1)) && wordly.test(text.charAt(at))
    const inside = text.slice(start, end)
    return inside !== inside.trim() || cuts(start) || cuts(end)
  }).length
}
