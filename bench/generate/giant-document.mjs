import { closeSync, openSync, writeSync } from 'node:fs'
import { seeded } from '../random.mjs'
import { document } from './json-advanced.mjs'

const sentenceCount = 4000

/** One JSON_ADVANCED document of about so many bytes: 4,000 sentences again and again, with rows and ids that count on. */
export function giantDocument(path, { bytes, seed }) {
  const text = document(seeded(seed), sentenceCount, 20, true)
  const { sentences, labels, ...rest } = JSON.parse(text)
  const copies = Math.ceil(bytes / text.length)
  const file = openSync(path, 'w')
  const list = (name, items, moved) => {
    writeSync(file, `"${name}":[`)
    for (let copy = 0; copy < copies; copy += 1) {
      const own = items.map((item) => JSON.stringify(moved(item, copy)))
      writeSync(file, `${copy === 0 ? '' : ','}${own.join(',')}`)
    }
    writeSync(file, ']')
  }
  writeSync(file, '{')
  list('sentences', sentences, (one, copy) => ({
    ...one,
    id: one.id + copy * sentenceCount,
    labels: one.labels.map((short) => movedShort(short, copy * sentenceCount)),
  }))
  writeSync(file, ',')
  list('labels', labels, (one, copy) => ({
    ...one,
    id: String(Number(one.id) + copy * labels.length),
    startCellLine: one.startCellLine + copy * sentenceCount,
    endCellLine: one.endCellLine + copy * sentenceCount,
    hashCode: movedHash(one.hashCode, copy * sentenceCount),
  }))
  writeSync(file, `,${JSON.stringify(rest).slice(1)}\n`)
  closeSync(file)
}

function movedShort(short, by) {
  const [sidS, sidE] = [short.sidS + by, short.sidE + by]
  const { l, s, charS, e, charE } = short
  const id = [l, 0, sidS, s, charS, sidE, e, charE, 0].join(':')
  return { ...short, id, hashCode: movedHash(short.hashCode, by), sidS, sidE }
}

/** The fourth and the eighth part of a hash code are rows. */
function movedHash(hash, by) {
  const parts = hash.split(':')
  return parts.map((part, at) => (at === 3 || at === 7 ? Number(part) + by : part)).join(':')
}
