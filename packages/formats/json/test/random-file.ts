import fc from 'fast-check'

/** What a careless reader of bytes trips over. */
const words = [
  'Mia',
  '{"id":7}',
  '}],"labels":[{"sidS":9',
  '\\"',
  '"',
  '😀',
  'é\u0301',
  '\u2028',
  'שלום',
] as const

const label = fc.record({
  item: fc.constantFrom<unknown>('a', 'b', 'c', 7, '', undefined),
  layer: fc.constantFrom<unknown>(0, 1, undefined, 'x'),
  /** From its sentence on. */
  from: fc.constantFrom(0, 0, 0, 0, -1, 2, -9, 40),
  rows: fc.constantFrom(0, 0, 0, 1, 2, -1, 40),
  form: fc.constantFrom('short', 'short', 'short', 'long', 'both', 'half', 'broken', 'none'),
  token: fc.nat({ max: 2 }),
})

type Label = typeof label extends fc.Arbitrary<infer L> ? L : never

const sentence = fc.record({
  tokens: fc.array(fc.constantFrom(...words), { maxLength: 4 }),
  gap: fc.constantFrom(0, 0, 0, 1, 5),
  id: fc.constantFrom('own', 'own', 'own', 'own', 'none', 'text'),
  labels: fc.array(label, { maxLength: 3 }),
  oddity: fc.constantFrom('', '', '', '', 'content', 'more', 'labels', 'twice', 'no object'),
})

/** A simplified JSON file as text, in which much may be odd. */
export const randomFile: fc.Arbitrary<string> = fc
  .record({
    sentences: fc.array(sentence, { maxLength: 10 }),
    listed: fc.constantFrom<unknown>(undefined, undefined, [], { l: 'a' }),
    isFirst: fc.boolean(),
    indent: fc.constantFrom(0, 0, 2),
    escapes: fc.boolean(),
  })
  .map(({ sentences, listed, isFirst, indent, escapes }) => {
    let row = -1
    const own = sentences.map(({ tokens, gap, id, labels, oddity }) => {
      row += 1 + (id === 'own' ? gap : 0)
      const content = tokens.join(' ')
      if (oddity === 'no object') {
        row -= 1
        return 5
      }
      return {
        ...(oddity === 'content' ? { content: 1 } : { content }),
        ...(id !== 'none' && { id: id === 'own' ? row : 'x' }),
        tokens,
        ...(oddity === 'more' && { seen: true }),
        ...(oddity === 'twice' && { labels_: [{ sidS: 0, sidE: 40 }] }),
        labels: oddity === 'labels' ? { l: 'a' } : labels.map((one) => labelOf(one, row)),
      }
    })
    const values = isFirst
      ? { sentences: own, more: 1, labels: listed }
      : { labels: listed, sentences: own }
    const text = JSON.stringify(values, undefined, indent).replaceAll('"labels_"', '"labels"')
    return escapes ? text.replaceAll('"sidE"', '"s\\u0069dE"') : text
  })

function labelOf({ item, layer, from, rows, form, token }: Label, row: number): unknown {
  const first = row + from
  const last = first + rows
  const short = { sidS: first, s: 0, charS: 0, sidE: last, e: token, charE: 0 }
  const long = {
    startCellLine: first,
    startCellIndex: 0,
    startTokenIndex: 0,
    startCharIndex: 0,
    endCellLine: last,
    endCellIndex: 0,
    endTokenIndex: token,
    endCharIndex: 0,
  }
  switch (form) {
    case 'short':
      return { l: item, layer, ...short }
    case 'long':
      return { labelSetItemId: item, layer, ...long }
    case 'both':
      // The long place counts, for the short one lacks a number.
      return { l: item, layer, ...long, ...short, sidS: row, sidE: row, e: null }
    case 'half':
      return { l: item, layer, ...short, e: null }
    case 'broken':
      return { l: item, layer, ...short, sidS: String(first) }
    default:
      return item
  }
}
