import { below, seeded, word } from '../random.mjs'
import { zipWriter } from './zip.mjs'

const labels = ['Plant', 'Place', 'Person', 'Date'].map((labelName, index) => ({
  id: `item${index}`,
  labelName,
  parentId: null,
  color: '#2f9e44',
}))
const cabinets = [
  'REVIEW',
  'DOCUMENT-ada_example_org',
  'DOCUMENT-ben_example_org',
  'DOCUMENT-cleo_example_org',
]

/** An export in JSON_ADVANCED with `documents` files, spread over a review and three labelers. */
export function jsonAdvancedZip(path, { documents, sentences, tokens, seed }) {
  const random = seeded(seed)
  const zip = zipWriter(path)
  for (const [index, cabinet] of cabinets.entries()) {
    for (let number = 0; number < documents / cabinets.length; number += 1) {
      const body = document(random, sentences, tokens, index > 0, idOf(number))
      zip.add(`Garden notes-QmVuY2hBQTE/${cabinet}/note-${number}.txt.json`, Buffer.from(body))
    }
  }
  zip.close()
}

const anyId = '11111111-2222-4333-8444-555555555555'

/** The id of a document; its copies share it. */
const idOf = (number) => `11111111-2222-4333-8444-${String(number).padStart(12, '0')}`

/** One document as text. About two sentences in three carry a label. */
export function document(random, sentences, tokens, labeled, id = anyId) {
  const rows = []
  const spans = []
  for (let line = 0; line < sentences; line += 1) {
    const words = Array.from({ length: tokens }, () => word(random))
    const about = { id: String(spans.length), documentId: id, labeled }
    const own = random() < 0.66 ? [span(random, line, words, about)] : []
    spans.push(...own)
    rows.push({
      id: line,
      content: words.join(' '),
      tokens: words,
      labels: own.map(short),
      metadata: [],
    })
  }
  const text = JSON.stringify({
    sentences: rows,
    labelerInfo: { id: 7, email: 'ada@example.org', displayName: 'Ada Example' },
    labelSets: [{ index: 0, labelItems: labels }],
    labels: spans,
    comments: [],
  })
  return `${text}\n`
}

function span(random, line, words, { id, documentId, labeled }) {
  const from = below(random, words.length - 2)
  const to = from + below(random, 3)
  const item = labels[below(random, labels.length)].id
  const last = words[to].length - 1
  return {
    labelText: null,
    id,
    documentId,
    labeledByUserId: labeled ? 7 : null,
    startCellIndex: 0,
    startCellLine: line,
    startTokenIndex: from,
    startCharIndex: 0,
    endCellIndex: 0,
    endCellLine: line,
    endTokenIndex: to,
    endCharIndex: last,
    layer: 0,
    counter: 0,
    labeledBy: labeled ? 'LABELER' : 'AUTO',
    acceptedByUserId: null,
    rejectedByUserId: null,
    originId: null,
    originNumber: '0',
    destinationId: null,
    destinationNumber: '0',
    type: 'SPAN',
    labelSetItemId: item,
    status: labeled ? 'LABELED' : 'ACCEPTED',
    createdAt: '2025-01-02T03:04:05.000Z',
    updatedAt: '2025-01-02T03:04:05.000Z',
    hashCode: `SPAN:${item}:0:${line}:0:${from}:0:${line}:0:${to}:${last}:0:undefined:undefined`,
  }
}

function short(label) {
  const {
    labelSetItemId: l,
    startCellLine: sidS,
    startTokenIndex: s,
    endCellLine: sidE,
    endTokenIndex: e,
    endCharIndex: charE,
  } = label
  return {
    l,
    layer: 0,
    id: `${l}:0:${sidS}:${s}:0:${sidE}:${e}:${charE}:0`,
    deleted: false,
    labeledBy: label.labeledBy,
    hashCode: label.hashCode,
    documentId: label.documentId,
    sidS,
    s,
    charS: 0,
    sidE,
    e,
    charE,
  }
}
