// The rows both writers of workbooks write: 100,000 of 6 columns, made without chance.
const words = ['ferry', 'Zoë', 'harbour', 'a < b', 'late', '😀', 'Łódź', '"quoted"']

/** Six texts. */
export function rowAt(row) {
  return [
    String(row),
    `${words[row % 8]} ${words[(row * 3 + 1) % 8]} ${words[(row * 5 + 2) % 8]}`,
    words[(row * 7) % 8],
    String((row * 7919) % 100_000),
    row % 3 === 0 ? '' : words[(row + 5) % 8],
    `2026-${String((row % 12) + 1).padStart(2, '0')}-${String((row % 28) + 1).padStart(2, '0')}`,
  ]
}

export const rowCount = 100_000
