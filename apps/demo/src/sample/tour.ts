import { people } from './people.ts'
import { cursorsOf, tokensOf } from './tokens.ts'

const turns = [
  {
    speaker: 'guide',
    text: 'Welcome to the night tour, mind the step by the pond.',
    from: 400,
    to: 3900,
  },
  { speaker: 'visitor', text: 'Is that a night-blooming cereus?', from: 4200, to: 6100 },
  {
    speaker: 'guide',
    text: 'It is, and you are lucky: it opens for one night a year.',
    from: 6400,
    to: 10_050,
  },
  { speaker: 'visitor', text: 'Then we stay until it closes!', from: 10_300, to: 12_000 },
]

const labelItems = [
  { id: 'warn', labelName: 'Warning', parentId: null, color: '#d64a3a' },
  { id: 'plant', labelName: 'Plant', parentId: null, color: '#3a9d5d' },
  { id: 'joy', labelName: 'Joy', parentId: null, color: '#e06c9f' },
]

const labeled = [
  { row: 0, text: 'mind the step by the pond', label: 'warn' },
  { row: 1, text: 'night-blooming cereus', label: 'plant' },
  { row: 2, text: 'you are lucky', label: 'joy' },
  { row: 3, text: 'we stay until it closes', label: 'joy' },
]

/** The recording of a tour: who speaks, when, and what about. */
export function tourFile(labelsToo: boolean): string {
  const documentId = `night-tour/${labelsToo ? 'review' : 'root'}`
  const common = (row: number, text: string) => {
    const { start, end } = cursorsOf(turns[row]?.text ?? '', text)
    const from = {
      startCellLine: row,
      startCellIndex: 0,
      startTokenIndex: start.tokenIndex,
      startCharIndex: start.charIndex,
    }
    const to = {
      endCellLine: row,
      endCellIndex: 0,
      endTokenIndex: end.tokenIndex,
      endCharIndex: end.charIndex,
    }
    const place = `${row}:0:${start.tokenIndex}:${start.charIndex}:${row}:0:${end.tokenIndex}:${end.charIndex}`
    const at = { createdAt: '2026-05-06T20:10:00.000Z', updatedAt: '2026-05-06T20:10:00.000Z' }
    const origin = {
      labeledBy: 'REVIEWER',
      status: 'LABELED',
      labeledByUserId: people.head.id,
      acceptedByUserId: null,
      rejectedByUserId: null,
    }
    return {
      place,
      start,
      end,
      fields: { documentId, ...from, ...to, layer: 0, counter: 0, ...origin, ...at },
    }
  }
  const times = turns.map(({ text, from, to }, row) => {
    const { place, fields } = common(row, text)
    return {
      id: String(200 + row),
      ...fields,
      startTimestampMillis: from,
      endTimestampMillis: to,
      type: 'TIMESTAMP',
      shouldExpand: false,
      hashCode: `TIMESTAMP:0:${place}:0:${from}:${to}:false`,
    }
  })
  const spans = labeled.map(({ row, text, label }, index) => {
    const { place, fields } = common(row, text)
    return {
      labelText: null,
      id: String(300 + index),
      ...fields,
      originId: null,
      originNumber: '0',
      destinationId: null,
      destinationNumber: '0',
      type: 'SPAN',
      labelSetItemId: label,
      hashCode: `SPAN:${label}:0:${place}:0:undefined:undefined`,
    }
  })
  const sentences = turns.map(({ speaker, text }, id) => ({
    id,
    content: text,
    tokens: tokensOf(text).map((token) => token.text),
    labels: labelsToo
      ? labeled
          .filter(({ row }) => row === id)
          .map(({ text: stretch, label }) => {
            const { start, end } = common(id, stretch)
            const [s, charS, e, charE] = [
              start.tokenIndex,
              start.charIndex,
              end.tokenIndex,
              end.charIndex,
            ]
            const short = `${label}:0:${id}:${s}:${charS}:${id}:${e}:${charE}:0`
            return {
              l: label,
              layer: 0,
              id: short,
              deleted: false,
              labeledBy: 'REVIEWER',
              labeledByUserId: people.head.id,
              hashCode: `SPAN:${label}:0:${common(id, stretch).place}:0:undefined:undefined`,
              documentId,
              sidS: id,
              s,
              charS,
              sidE: id,
              e,
              charE,
            }
          })
      : [],
    metadata: [{ key: 'speaker', value: speaker, pinned: true }],
  }))
  const file = {
    sentences,
    labelerInfo: people.head,
    labelSets: [{ index: 0, labelItems }],
    labels: labelsToo ? [...times, ...spans] : times,
    comments: [],
  }
  return `${JSON.stringify(file)}\n`
}
