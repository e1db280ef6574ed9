import { closeSync, openSync, writeSync } from 'node:fs'
import { below, seeded, word } from '../random.mjs'

const names = ['Plant', 'Place', 'Person', 'Date']

/** One TSV_IOB file of about `bytes` bytes; a tenth of the labels overlap another. */
export function tsvIob(path, { bytes, seed }) {
  const random = seeded(seed)
  const file = openSync(path, 'w')
  let written = 0
  let batch = ''
  while (written < bytes) {
    batch += row(random)
    if (batch.length > 1 << 20) {
      written += writeSync(file, batch)
      batch = ''
    }
  }
  writeSync(file, batch)
  closeSync(file)
}

function row(random) {
  const tags = Array.from({ length: 8 + below(random, 24) }, () => ['O'])
  let at = below(random, 6)
  while (at < tags.length) {
    const length = Math.min(1 + below(random, 4), tags.length - at)
    const name = names[below(random, names.length)]
    for (let step = 0; step < length; step += 1)
      tags[at + step] = [step === 0 ? `B-${name}` : `I-${name}`]
    if (length > 1 && random() < 0.1) tags[at] = [`B-${names[below(random, 4)]}`, `B-${name}`]
    if (length > 1 && tags[at].length === 2) {
      for (let step = 1; step < length; step += 1) tags[at + step] = ['O', `I-${name}`]
    }
    at += length + 1 + below(random, 12)
  }
  return `${tags.map((columns) => `${word(random)}\t${columns.join('\t')}\n`).join('')}\n`
}
