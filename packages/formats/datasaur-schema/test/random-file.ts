import fc from 'fast-check'

/** What a careless reader of bytes trips over. */
const words = [
  'Mia',
  '{"row":7}',
  '}],"spanLabels":[{',
  '\\"',
  '\\',
  '"',
  '😀',
  'é\u0301',
  '\u2028',
  'שלום',
  '\\u0072ow',
  '123456789012345678',
] as const

const cell = fc.record({
  tokens: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
  isOdd: fc.boolean(),
})
/** Numbers stand for rows that are no lists. */
const row = fc.oneof(
  { arbitrary: fc.array(cell, { minLength: 1, maxLength: 2 }), weight: 12 },
  { arbitrary: fc.constantFrom([], 7), weight: 1 },
)

const label = fc.record({
  row: fc.nat({ max: 8 }),
  rows: fc.constantFrom(0, 0, 0, 0, 0, 1, 3, 40),
  item: fc.constantFrom('a', 'b', 'undeclared'),
  layer: fc.constantFrom(0, 0, 0, 1),
  id: fc.option(fc.nat({ max: 60 }), { freq: 3 }),
  ends: fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })),
  isPlaced: fc.constantFrom(true, true, true, true, false),
  answer: fc.option(fc.constantFrom('good', 7)),
})
type Label = typeof label extends fc.Arbitrary<infer L> ? L : never

const comment = fc.record({
  about: fc.nat({ max: 12 }),
  way: fc.constantFrom('label', 'text', 'reply', 'document', 'nowhere'),
})
type Comment = typeof comment extends fc.Arbitrary<infer C> ? C : never

const answer = fc.option(fc.constantFrom('good', 7, 'bad'))
const fileArbitrary = fc.record({
  rows: fc.array(row, { maxLength: 12 }),
  spans: fc.array(label, { maxLength: 8 }),
  arrows: fc.array(label, { maxLength: 3 }),
  times: fc.array(label, { maxLength: 3 }),
  textBoxes: fc.array(label, { maxLength: 2 }),
  boxes: fc.array(fc.nat({ max: 60 }), { maxLength: 2 }),
  comments: fc.array(comment, { maxLength: 4 }),
  sets: fc.array(answer, { maxLength: 12 }),
  answers: fc.array(fc.tuple(fc.option(fc.nat({ max: 12 })), answer), { maxLength: 5 }),
  keys: fc.shuffledSubarray(
    [
      'document',
      'labelSets',
      'spanLabels',
      'arrowLabels',
      'timeLabels',
      'boundingBoxLabels',
      'bboxLabelSets',
      'bboxLabels',
      'rowQuestions',
      'rowAnswerSets',
      'rowAnswers',
      'documentQuestions',
      'documentAnswerSet',
      'documentAnswers',
      'comments',
      '__proto__',
      'more',
      'labelerInfo',
    ],
    { minLength: 10 },
  ),
  first: fc.boolean(),
  indent: fc.constantFrom(0, 0, 2),
})
type File = typeof fileArbitrary extends fc.Arbitrary<infer F> ? F : never

/** A DATASAUR_SCHEMA file as text, in which much may be odd; `tidy` ones have ids, labels they declare, and the order of the text. */
export function randomFile(tidy: boolean): fc.Arbitrary<string> {
  return fileArbitrary.map((file) => {
    const values = valuesOf(file, tidy)
    const needed = tidy ? [...new Set([...file.keys, 'labelSets', 'spanLabels'])] : file.keys
    const entries = needed.map((key): [string, unknown] => [
      key,
      key === '__proto__' ? { rows: [] } : values[key],
    ])
    const rows: [string, unknown] = ['rows', file.rows.map(rowOf)]
    const data = textOf(file.first ? [rows, ...entries] : [...entries, rows], file.indent)
    return `{"rows":[7],"data":${data},"version":"1","spanLabels":{"data":[]}}`
  })
}

function valuesOf(file: File, tidy: boolean): Readonly<Record<string, unknown>> {
  let next = 0
  const labels = (list: readonly Label[], more: (one: Label) => object) => {
    const neat = list.map((one): Label => {
      return { ...one, item: one.item === 'a' ? 'a' : 'b', layer: 0 }
    })
    return (tidy ? neat.sort((a, b) => a.row - b.row) : list).map((one) => {
      const id = tidy ? next : (one.id ?? undefined)
      next += 1
      return { ...labelOf(one, id), ...more(one) }
    })
  }
  const items = [{ id: 'a', labelName: 'A', questions: [questionOf('TEXT')] }, { id: 'b' }]
  return {
    document: { id: 'd', name: 'é.txt' },
    labelSets: [{ index: 0, labelItems: items }],
    spanLabels: labels(file.spans, ({ answer: given }) =>
      given === null ? {} : { answers: { 0: given } },
    ),
    arrowLabels: labels(file.arrows, ({ ends: [originId, destinationId] }) => ({
      originId: String(originId),
      destinationId,
    })),
    timeLabels: labels(file.times, () => ({ startTimestampMillis: 5, endTimestampMillis: 9 })),
    boundingBoxLabels: labels(file.textBoxes, () => ({
      pageIndex: 0,
      coordinates: [{ x: 1, y: 2 }],
    })),
    bboxLabelSets: [{ id: 1, classes: [{ id: 'c', name: 'C', questions: [questionOf('TEXT')] }] }],
    bboxLabels: file.boxes.map((id) => ({
      id,
      bboxLabelClassId: 'c',
      shapes: [{ pageIndex: 0, points: [{ x: 1, y: 2 }] }],
      answers: { 0: 'box' },
    })),
    rowQuestions: [questionOf('TEXT')],
    rowAnswerSets: file.sets.map((given) => (given === 'bad' ? given : { 0: given })),
    rowAnswers: file.answers.map(([about, given]) => ({
      row: about ?? 'no row',
      labeledBy: 'CONFLICT',
      answers: { 0: given },
    })),
    documentQuestions: [questionOf('TEXT')],
    documentAnswerSet: { 0: 'one' },
    documentAnswers: [{ labeledBy: 'CONFLICT', answers: { 0: 'two' } }, 7],
    comments: file.comments.map(commentOf),
    more: { rows: [{ id: 1 }], spanLabels: ['['] },
    labelerInfo: { id: 7, email: 'ada@example.org', displayName: 'Ada' },
  }
}

/** By hand, for `__proto__` is to be a key like any other. */
function textOf(entries: readonly [string, unknown][], indent: number): string {
  const members = entries.map(([key, value]) => {
    return `${JSON.stringify(key)}${indent ? ' : ' : ':'}${JSON.stringify(value, undefined, indent)}`
  })
  return `{${members.join(indent ? ' ,\n' : ',')}}${indent ? '\n' : ''}`
}

function questionOf(type: string) {
  return { id: 0, label: 'Why?', type, config: { multiple: false } }
}

function rowOf(cells: number | readonly { tokens: readonly string[]; isOdd: boolean }[]) {
  if (typeof cells === 'number') return cells
  return cells.map(({ tokens, isOdd }) => ({
    ...(isOdd && { seen: { row: 3 } }),
    content: tokens.join(' '),
    tokens,
    metadata: [],
  }))
}

const hashOf = (item: string, row: number, end: number): string =>
  `SPAN:${item}:0:${row}:0:0:0:${end}:0:0:0:0:undefined:undefined`

function labelOf({ row, rows, item, layer, isPlaced }: Label, id: number | undefined) {
  const end = (of: number) => ({ row: of, column: 0, tokenIndex: 0, charIndex: 0 })
  return {
    id: id === undefined ? undefined : String(id),
    layer,
    labelSetIndex: 0,
    counter: 0,
    labeledBy: 'LABELER',
    status: 'LABELED',
    hashCode: hashOf(item, row, row + rows),
    labelName: item,
    labelItem: { id: item, labelName: `${item} of row ${row}` },
    textPosition: isPlaced ? { start: end(row), end: end(row + rows) } : null,
  }
}

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
