import type { Cell, TextTarget } from '@labelport/model'
import fc from 'fast-check'
import { natural, text } from './values.ts'

/** Cells with and without tokens. */
export const cell: fc.Arbitrary<Cell> = fc
  .record(
    {
      row: natural,
      column: natural,
      text,
      status: fc.constantFrom('hidden' as const, 'deleted' as const),
      metadata: fc.array(
        fc.record(
          { key: text, value: text, pinned: fc.boolean(), type: text },
          { requiredKeys: ['key', 'value'] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['row', 'column', 'text'] },
  )
  .chain((plain) =>
    fc
      .option(fc.array(fc.nat({ max: plain.text.length }), { maxLength: 6 }), { nil: undefined })
      .map((edges) => {
        if (edges === undefined) return plain
        const sorted = edges.sort((a, b) => a - b)
        return { ...plain, tokens: Uint32Array.from(sorted.slice(0, sorted.length & ~1)) }
      }),
  )

/** A stretch of the text of some cells. */
export function target(cells: readonly Cell[]): fc.Arbitrary<TextTarget> {
  const at = fc.nat({ max: cells.length - 1 }).chain((index) =>
    fc.record({
      index: fc.constant(index),
      offset: fc.nat({ max: cells[index]?.text.length ?? 0 }),
    }),
  )
  return fc.tuple(at, at).map((edges) => {
    const [first, last] = edges.sort((a, b) => a.index - b.index || a.offset - b.offset)
    const one = { cell: first.index, start: first.offset, end: last.offset }
    return first.index === last.index ? one : { ...one, endCell: last.index }
  })
}
