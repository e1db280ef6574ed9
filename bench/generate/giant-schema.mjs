import { closeSync, openSync, writeSync } from 'node:fs'
import { seeded } from '../random.mjs'
import { document } from './json-advanced.mjs'

const rowCount = 4000

/** One DATASAUR_SCHEMA document of about so many bytes: 4,000 rows again and again, with labels that count on. */
export function giantSchema(path, { bytes, seed }) {
  const { sentences, labels, labelerInfo, labelSets } = JSON.parse(
    document(seeded(seed), rowCount, 20, true),
  )
  const rows = sentences.map(({ content, tokens }) => [{ content, tokens, metadata: [] }])
  const items = new Map(labelSets[0].labelItems.map((item) => [item.id, item]))
  const once = JSON.stringify([rows, labels.map((label) => spanOf(label, items, 0, 0))]).length
  const copies = Math.ceil(bytes / once)
  const file = openSync(path, 'w')
  const list = (name, elementsOf) => {
    writeSync(file, `,"${name}":[`)
    for (let copy = 0; copy < copies; copy += 1) {
      const own = elementsOf(copy).map((one) => JSON.stringify(one))
      writeSync(file, `${copy === 0 ? '' : ','}${own.join(',')}`)
    }
    writeSync(file, ']')
  }
  const head = { document: { id: '1', name: 'long.txt' }, kinds: ['TOKEN_BASED'], labelerInfo }
  writeSync(file, `{"version":"1","data":${JSON.stringify({ ...head, labelSets }).slice(0, -1)}`)
  list('rows', () => rows)
  list('spanLabels', (copy) =>
    labels.map((label) => spanOf(label, items, copy * rowCount, copy * labels.length)),
  )
  writeSync(file, ',"arrowLabels":[],"timeLabels":[],"comments":[]}}\n')
  closeSync(file)
}

function spanOf(label, items, rows, ids) {
  const { startCellLine, startTokenIndex, endCellLine, endTokenIndex, endCharIndex } = label
  const start = place(startCellLine + rows, startTokenIndex, 0)
  const end = place(endCellLine + rows, endTokenIndex, endCharIndex)
  const at = [start, end].flatMap((one) => Object.values(one)).join(':')
  const item = label.labelSetItemId
  return {
    id: String(Number(label.id) + ids),
    labelSetIndex: 0,
    labeledBy: label.labeledBy,
    labeledByUserId: label.labeledByUserId,
    acceptedByUserId: null,
    rejectedByUserId: null,
    layer: 0,
    counter: 0,
    status: label.status,
    hashCode: `SPAN:${item}:0:${at}:0:undefined:undefined`,
    labelName: item,
    labelItem: items.get(item),
    textPosition: { start, end },
    confidenceScore: null,
  }
}

function place(row, tokenIndex, charIndex) {
  return { row, column: 0, tokenIndex, charIndex }
}
