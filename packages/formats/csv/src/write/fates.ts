/** Why statements come out changed or not at all. */
export const reasons = {
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'cell-collides': 'Another cell or an answer column stands in the same row and column.',
  'half-character': 'The text holds half a character, which UTF-8 cannot; it became U+FFFD.',
  'formula-escaped': "The text begins like a formula; it was written with a ' in front.",
  'answer-without-row': 'No cell of the row is written, so the row is not there.',
  'answer-without-column': 'The question has no column: it came up after the header was written.',
  'answer-repeated': 'The row has another answer to the same question; a cell holds one.',
  'answer-not-text': 'A cell cannot hold a group of answers or a structure.',
  'answer-blurred': 'The text of the answer can be read in another way, or is empty.',
  'no-place': 'A CSV holds cells and answers about rows, and nothing else.',
} as const

/** A name of a fate. */
export type FateName = keyof typeof reasons
