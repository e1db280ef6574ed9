import fc from 'fast-check'

/** What a careless reader of bytes trips over. */
const words = [
  'Mia',
  '{"id":7}',
  '}],"labels":[{',
  '\\"',
  '\\',
  '"',
  '😀',
  'é\u0301',
  '\u2028',
  'שלום',
  '\\u0069d',
  '123456789012345678',
] as const

const word = fc.constantFrom(...words)

interface Sentence {
  readonly tokens: readonly string[]
  readonly gap: number
  readonly isOdd: boolean
  readonly hasShort: boolean
  /** How many rows its short label reaches over. */
  readonly rows: number
}

const sentence: fc.Arbitrary<Sentence> = fc.record({
  tokens: fc.array(word, { maxLength: 4 }),
  gap: fc.nat({ max: 2 }),
  isOdd: fc.boolean(),
  hasShort: fc.boolean(),
  rows: fc.constantFrom(0, 0, 0, 1, 3, 40),
})

const label = fc.record({
  row: fc.nat({ max: 14 }),
  rows: fc.constantFrom(0, 0, 0, 1, 3, 40),
  type: fc.constantFrom('SPAN', 'SPAN', 'SPAN', 'TIMESTAMP', 'ARROW', 'BOUNDING_BOX', 'OTHER'),
  item: fc.constantFrom('a', 'b', 'undeclared'),
  id: fc.option(fc.nat({ max: 40 })),
  ends: fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })),
  isPlaced: fc.constantFrom(true, true, true, false),
})

const comment = fc.record({
  about: fc.nat({ max: 16 }),
  way: fc.constantFrom('label', 'text', 'reply', 'document', 'nowhere'),
})

/** A JSON_ADVANCED file as text, in which much may be odd; `tidy` ones have labels in the order of the text. */
export function randomFile(tidy: boolean): fc.Arbitrary<string> {
  return fc
    .record({
      sentences: fc.array(sentence, { minLength: 1, maxLength: 10 }),
      labels: fc.array(label, { maxLength: 12 }),
      comments: fc.array(comment, { maxLength: 4 }),
      keys: fc.shuffledSubarray([
        'labels',
        'labelSets',
        'comments',
        '__proto__',
        'more',
        'labelerInfo',
      ]),
      first: fc.boolean(),
      indent: fc.constantFrom(0, 0, 2),
    })
    .map(({ sentences, labels, comments, keys, first, indent }) => {
      const rows = rowsOf(sentences)
      const sorted = tidy ? [...labels].sort((a, b) => a.row - b.row) : labels
      const values: Readonly<Record<string, unknown>> = {
        labels: sorted.map((one, index) => labelOf(one, tidy ? index : (one.id ?? undefined))),
        labelSets: [{ index: 0, labelItems: [{ id: 'a', labelName: 'A' }, { id: 'b' }] }],
        comments: comments.map(commentOf),
        __proto__: undefined,
        more: { sentences: [{ id: 1 }], labels: ['['] },
        labelerInfo: { id: 7, email: 'ada@example.org', displayName: 'Ada' },
      }
      const entries = keys.map((key): [string, unknown] => [
        key,
        key === '__proto__' ? { labels: [] } : values[key],
      ])
      const own: [string, unknown] = [
        'sentences',
        sentences.map((one, at) => sentenceOf(one, at, rows)),
      ]
      const all = first ? [own, ...entries] : [...entries, own]
      return textOf(all, indent)
    })
}

/** By hand, for `__proto__` is to be a key like any other. */
function textOf(entries: readonly [string, unknown][], indent: number): string {
  const members = entries.map(([key, value]) => {
    return `${JSON.stringify(key)}${indent ? ' : ' : ':'}${JSON.stringify(value, undefined, indent)}`
  })
  return `{${members.join(indent ? ' ,\n' : ',')}}${indent ? '\n' : ''}`
}

function rowsOf(sentences: readonly Sentence[]): readonly number[] {
  let row = -1
  return sentences.map(({ gap }) => {
    row += 1 + (gap === 2 ? 1 : 0)
    return row
  })
}

function sentenceOf(
  { tokens, isOdd, hasShort, rows: reach }: Sentence,
  at: number,
  rows: readonly number[],
) {
  const row = rows[at] ?? 0
  const short = {
    l: 'b',
    layer: 0,
    id: `s${at}`,
    hashCode: at % 2 === 0 ? hashOf('a', row, row + reach) : `lone ${at}`,
    sidS: row,
    s: 0,
    charS: 0,
    sidE: row + reach,
    e: 0,
    charE: 0,
  }
  return {
    ...(isOdd && { content: 1, seen: true }),
    id: row,
    content: tokens.join(' '),
    tokens,
    labels: hasShort ? [short] : [],
    metadata: [],
  }
}

const hashOf = (item: string, row: number, end: number): string =>
  `SPAN:${item}:0:${row}:0:0:0:${end}:0:0:0:0:undefined:undefined`

type Label = typeof label extends fc.Arbitrary<infer L> ? L : never

function labelOf({ row, rows, type, item, ends, isPlaced }: Label, id: number | undefined) {
  const [originId, destinationId] = ends
  return {
    id: id === undefined ? undefined : String(id),
    documentId: 'd',
    startCellIndex: 0,
    startCellLine: isPlaced ? row : null,
    startTokenIndex: 0,
    startCharIndex: 0,
    endCellIndex: 0,
    endCellLine: isPlaced ? row + rows : null,
    endTokenIndex: 0,
    endCharIndex: 0,
    layer: 0,
    counter: 0,
    labeledBy: 'LABELER',
    originId: String(originId),
    destinationId: String(destinationId),
    startTimestampMillis: 5,
    endTimestampMillis: 9,
    pageIndex: 0,
    coordinates: [{ x: 1, y: 2 }],
    type,
    labelSetItemId: item,
    status: 'LABELED',
    hashCode: hashOf(item, row, row + rows),
  }
}

type Comment = typeof comment extends fc.Arbitrary<infer C> ? C : never

function commentOf({ about, way }: Comment, index: number) {
  const hashes: Readonly<Record<Comment['way'], string | null>> = {
    label: hashOf('a', about, about),
    text: `SPAN_TEXT:${about}:0:0:0:${about + (index % 2)}:0:0:0`,
    reply: null,
    document: null,
    nowhere: 'nowhere',
  }
  return {
    id: index,
    parentId: way === 'reply' ? about % 5 : null,
    hashCode: hashes[way],
    message: 'Why?',
    userId: 7,
  }
}
