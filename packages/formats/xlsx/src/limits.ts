/** No cell of a spreadsheet holds more characters, in UTF-16 code units. */
export const mostCharacters = 32_767

/** No sheet has more rows, the header included. */
export const mostRows = 1_048_576
