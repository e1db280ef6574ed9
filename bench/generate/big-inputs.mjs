import { closeSync, openSync, writeSync } from 'node:fs'
import { seeded, word } from '../random.mjs'
import { giantDocument } from './giant-document.mjs'
import { giantSchema } from './giant-schema.mjs'
import { giantSimplified } from './giant-simplified.mjs'
import { document } from './json-advanced.mjs'
import { zipWriter } from './zip.mjs'

const project = 'Garden notes-QmVuY2hBQTE'

/** The number an inspection tells, or why it is wrong. */
const counts =
  (expected) =>
  ({ totals }) => {
    for (const [name, number] of Object.entries(expected)) {
      if (totals[name] !== number) return `found ${totals[name]} ${name}, expected ${number}`
    }
  }

const inspect = (path) => ['inspect', path, '--cabinet', 'all', '--json']

const convert =
  (target, ...more) =>
  (path, out) => ['convert', path, '--to', target, '--out', out, '--json', ...more]

const documentsWritten =
  (expected) =>
  ({ documents, ledger }) => {
    if (documents !== expected) return `wrote ${documents} documents, expected ${expected}`
    return ledger === undefined ? 'told no account' : undefined
  }

/** An export of small documents, with so many gibibytes of a file in it that nobody reads. */
export function documentsZip(path, documents, gibibytes = 0) {
  const zip = zipWriter(path)
  const bodies = Array.from({ length: 50 }, (_, seed) =>
    Buffer.from(document(seeded(seed), 2, 8, false)),
  )
  for (let number = 0; number < documents; number += 1) {
    // In the middle of the export, so that documents lie before and behind what a 32-bit number can tell.
    if (number === documents / 2) {
      for (let part = 0; part < gibibytes; part += 1) {
        zip.addZeros(`__MACOSX/scan-${part}.bin`, 2 ** 30)
      }
    }
    zip.add(`${project}/REVIEW/note-${number}.txt.json`, bodies[number % bodies.length])
  }
  zip.close()
}

/** Inputs at the limits: how to make each, what to run, what must come out. */
export const bigInputs = [
  {
    id: 'zip64-size',
    title: 'inspect: a zip of 5 GiB, with documents behind the fourth',
    file: 'wide.zip',
    make: (path) => documentsZip(path, 200, 5),
    words: inspect,
    check: counts({ documents: 200 }),
  },
  {
    id: 'zip64-count',
    title: 'inspect: a zip of 70,000 documents, more than 65,535 entries',
    file: 'many.zip',
    make: (path) => documentsZip(path, 70_000),
    words: inspect,
    check: counts({ documents: 70_000 }),
  },
  {
    id: 'million',
    title: 'inspect: a zip of 1,000,000 documents',
    file: 'million.zip',
    make: (path) => documentsZip(path, 1_000_000),
    words: inspect,
    check: counts({ documents: 1_000_000 }),
    cancel: true,
  },
  {
    id: 'million-converted',
    title: 'convert: the same to CoNLL',
    file: 'million.zip',
    make: (path) => documentsZip(path, 1_000_000),
    words: convert('conll', '--cabinet', 'all'),
    check: documentsWritten(1_000_000),
    cancel: true,
  },
  {
    id: 'document',
    title: 'convert: one JSON_ADVANCED document longer than a string may be',
    file: 'long.txt.json',
    // V8 holds no string of more than 2^29 - 24 characters.
    make: (path) => giantDocument(path, { bytes: 580e6, seed: 1 }),
    words: convert('conll'),
    check: documentsWritten(1),
  },
  {
    id: 'schema',
    title: 'convert: one DATASAUR_SCHEMA document longer than a string may be',
    file: 'long.json',
    make: (path) => giantSchema(path, { bytes: 580e6, seed: 1 }),
    words: convert('conll'),
    check: documentsWritten(1),
  },
  {
    id: 'simplified',
    title: 'convert: one document in simplified JSON longer than a string may be',
    file: 'simplified.txt.json',
    make: (path) => giantSimplified(path, { bytes: 580e6, seed: 1 }),
    words: convert('conll'),
    check: documentsWritten(1),
  },
  {
    id: 'document-again',
    title: 'convert: one JSON_ADVANCED document to JSON_ADVANCED',
    file: 'again.txt.json',
    make: (path) => giantDocument(path, { bytes: 300e6, seed: 1 }),
    words: convert('json-advanced'),
    check: documentsWritten(1),
  },
  {
    id: 'document-lines',
    title: 'convert: the same to JSON Lines, of which it is one',
    file: 'again.txt.json',
    make: (path) => giantDocument(path, { bytes: 300e6, seed: 1 }),
    words: convert('jsonl'),
    check: documentsWritten(1),
  },
  {
    id: 'table',
    title: 'convert: a CSV of 10,000,000 rows',
    file: 'rows.csv',
    make: longTable,
    words: convert('huggingface', '--read-option', 'csv.answers=season'),
    check: documentsWritten(1),
    cancel: true,
  },
]

function longTable(path) {
  const random = seeded(2)
  const seasons = ['spring', 'summer', 'autumn', 'winter']
  const file = openSync(path, 'w')
  let batch = 'number,season,note\n'
  for (let row = 0; row < 10_000_000; row += 1) {
    batch += `${row},${seasons[row & 3]},${word(random)} ${word(random)} ${word(random)}\n`
    if (batch.length < 1 << 20) continue
    writeSync(file, batch)
    batch = ''
  }
  writeSync(file, batch)
  closeSync(file)
}
