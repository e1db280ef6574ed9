/** Why statements come out of a table changed or not at all, whatever the table is kept in. */
export const tableReasons = {
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'cell-collides': 'Another cell or an answer column stands in the same row and column.',
  'answer-without-row': 'No cell of the row is written, so the row is not there.',
  'answer-without-column': 'The question has no column: it came up after the header was written.',
  'answer-repeated': 'Every row has another answer to the same question already; a cell holds one.',
  'answer-blurred': 'The text of the answer can be read in another way, or is empty.',
  'no-place': 'A table holds cells and answers about rows and the document, and nothing else.',
} as const

/** A name of such a reason. */
export type TableFate = keyof typeof tableReasons

/** The statements a table has no place for. */
export const outsideTables = ['span', 'relation', 'box', 'timestamp', 'comment'] as const
