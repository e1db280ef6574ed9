// The rows that are written to Parquet and to JSON Lines: texts of 20 tokens of some 600,000 kinds, one label in two of
// three of them.
import { below, seeded, word } from '../random.mjs'

export const labels = ['Plant', 'Place', 'Person', 'Date']

/** So many rows of tokens; the label, where there is one, covers the tokens from `first` to before `end`. */
export function* tokenRows(count) {
  const random = seeded(12)
  for (let row = 0; row < count; row += 1) {
    const tokens = Array.from({ length: 20 }, () => rare(random))
    const first = below(random, 18)
    const label = random() < 0.66 ? below(random, labels.length) : undefined
    yield { tokens, first, end: first + 1 + below(random, 2), label }
  }
}

/** Every third word has a number behind it: texts have many words that are met seldom. */
function rare(random) {
  const common = word(random)
  return random() < 0.33 ? `${common}${below(random, 20_000)}` : common
}
