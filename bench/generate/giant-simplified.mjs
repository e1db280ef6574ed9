import { closeSync, openSync, writeSync } from 'node:fs'
import { seeded } from '../random.mjs'
import { document } from './json-advanced.mjs'

const sentenceCount = 4000

/** One document in simplified JSON of about so many bytes: 4,000 sentences again and again, with rows that count on. */
export function giantSimplified(path, { bytes, seed }) {
  const { sentences } = JSON.parse(document(seeded(seed), sentenceCount, 20, true))
  const moved = (by) =>
    sentences
      .map(({ id, content, tokens, labels }) => {
        const own = labels.map((short) => labelOf(short, by))
        return JSON.stringify({ id: id + by, content, tokens, labels: own })
      })
      .join(',')
  const copies = Math.ceil(bytes / Buffer.byteLength(moved(0)))
  const file = openSync(path, 'w')
  writeSync(file, '{"sentences":[')
  for (let copy = 0; copy < copies; copy += 1) {
    writeSync(file, `${copy === 0 ? '' : ','}${moved(copy * sentenceCount)}`)
  }
  writeSync(file, ']}\n')
  closeSync(file)
}

function labelOf({ l, sidS, s, charS, sidE, e, charE }, by) {
  return { l, layer: 0, sidS: sidS + by, s, charS, sidE: sidE + by, e, charE }
}
