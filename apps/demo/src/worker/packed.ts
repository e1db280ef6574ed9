import type { Cell, LabeledDocument } from '@labelport/model'

/**
 * Documents ready to be sent: their tokens lie in one buffer that changes hands. Left where they are, they would take
 * the tokens of the whole file along, for cells are views on what all its documents share.
 */
export function packed(documents: readonly LabeledDocument[]): {
  readonly documents: readonly LabeledDocument[]
  readonly buffers: readonly ArrayBuffer[]
} {
  let length = 0
  for (const { cells } of documents) for (const { tokens } of cells) length += tokens?.length ?? 0
  if (length === 0) return { documents, buffers: [] }
  const buffer = new ArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT)
  const all = new Uint32Array(buffer)
  let used = 0
  const repacked = (cell: Cell): Cell => {
    if (cell.tokens === undefined) return cell
    const from = used
    used += cell.tokens.length
    all.set(cell.tokens, from)
    return { ...cell, tokens: all.subarray(from, used) }
  }
  return {
    documents: documents.map((one) => ({ ...one, cells: one.cells.map(repacked) })),
    buffers: [buffer],
  }
}
