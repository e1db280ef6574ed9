// The rows that are written to Parquet and to JSON Lines: texts of 20 tokens, one label in two of three of them.
import { below, seeded, word } from '../random.mjs'

export const labels = ['Plant', 'Place', 'Person', 'Date']

/** So many rows of tokens; the label, where there is one, covers the tokens from `first` to before `end`. */
export function* tokenRows(count) {
  const random = seeded(12)
  for (let row = 0; row < count; row += 1) {
    const tokens = Array.from({ length: 20 }, () => word(random))
    const first = below(random, 18)
    const label = random() < 0.66 ? below(random, labels.length) : undefined
    yield { tokens, first, end: first + 1 + below(random, 2), label }
  }
}
