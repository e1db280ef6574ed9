/** Letters of three by five points; each digit is a row, its bits the points from the left. */
const glyphs: Readonly<Record<string, string>> = {
  A: '25755',
  B: '65656',
  C: '34443',
  D: '65556',
  E: '74647',
  F: '74644',
  G: '34553',
  H: '55755',
  I: '72227',
  J: '11152',
  K: '55655',
  L: '44447',
  M: '57755',
  N: '65555',
  O: '25552',
  P: '65644',
  Q: '25563',
  R: '65655',
  S: '34216',
  T: '72222',
  U: '55553',
  V: '55552',
  W: '55775',
  X: '55255',
  Y: '55222',
  Z: '71247',
  0: '75557',
  1: '26227',
  2: '61247',
  3: '61216',
  4: '55711',
  5: '74616',
  6: '34757',
  7: '71222',
  8: '75757',
  9: '75716',
  '.': '00002',
  '-': '00700',
  '%': '51245',
}

/** The points of a text's first letter, from its top left corner. Letters not known are blanks. */
export function pointsOf(letter: string): readonly { readonly x: number; readonly y: number }[] {
  const rows = glyphs[letter.toUpperCase()] ?? ''
  return Array.from(rows).flatMap((row, y) =>
    [0, 1, 2].filter((x) => Number(row) & (4 >> x)).map((x) => ({ x, y })),
  )
}
