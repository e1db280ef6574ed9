import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { documentsZip } from './generate/big-inputs.mjs'
import { csv } from './generate/csv.mjs'
import { giantDocument } from './generate/giant-document.mjs'
import { document, jsonAdvancedZip } from './generate/json-advanced.mjs'
import { pages } from './generate/pages.mjs'
import { tsvIob } from './generate/tsv-iob.mjs'
import { visitsWorkbook } from './generate/xlsx.mjs'
import { seeded } from './random.mjs'

const folder = '.artifacts/bench'

// The version in each name changes with its generator, so that an old input is never measured again.
const makers = {
  'a-2.zip': (path) =>
    jsonAdvancedZip(path, { documents: 2000, sentences: 100, tokens: 20, seed: 1 }),
  'd-2.zip': (path) =>
    jsonAdvancedZip(path, { documents: 20_000, sentences: 2, tokens: 20, seed: 2 }),
  'e-2.zip': (path) =>
    jsonAdvancedZip(path, { documents: 1700, sentences: 800, tokens: 20, seed: 7 }),
  'many-2.zip': (path) =>
    jsonAdvancedZip(path, { documents: 100_000, sentences: 1, tokens: 8, seed: 10 }),
  'half-gigabyte-2.zip': (path) =>
    jsonAdvancedZip(path, { documents: 700, sentences: 800, tokens: 20, seed: 11 }),
  'one-2.zip': (path) => jsonAdvancedZip(path, { documents: 4, sentences: 3, tokens: 8, seed: 5 }),
  'giant-300-1.json': (path) => giantDocument(path, { bytes: 300e6, seed: 1 }),
  'giant-580-1.json': (path) => giantDocument(path, { bytes: 580e6, seed: 1 }),
  'b-1.tsv': (path) => tsvIob(path, { bytes: 100_000_000, seed: 3 }),
  'c-1.csv': (path) => csv(path, { rows: 1_000_000, seed: 4 }),
  'x-1.xlsx': (path) => visitsWorkbook(path, { rows: 100_000, seed: 4 }),
  'wide-1.zip': (path) => documentsZip(path, 200, 5),
  'documents-1.jsonl': (path) => {
    const random = seeded(6)
    const lines = Array.from({ length: 500 }, () => document(random, 100, 20, true))
    writeFileSync(path, lines.join(''))
  },
  'f-2.zip': (path) =>
    jsonAdvancedZip(path, { documents: 200, sentences: 100, tokens: 20, seed: 8 }),
  'pages-1.jsonl': (path) => pages(path, { images: 2000, boxes: 20, seed: 9 }),
  'tasks-2': (path) => converted('f-2.zip', 'label-studio', path),
  'coco-1': (path) => {
    converted('pages-1.jsonl', 'coco', path)
    // Where datumaro looks for instances, and for images, which it does not need to open.
    for (const folder of ['annotations', 'images']) mkdirSync(`${path}/${folder}`)
    renameSync(`${path}/annotations.json`, `${path}/annotations/instances_train.json`)
  },
}

/** What peers read, as our own program writes it. */
function converted(name, target, path) {
  const words = ['convert', input(name), '--cabinet', 'all', '--to', target, '--out', path]
  execFileSync(process.execPath, ['apps/cli/dist/bin.js', ...words], { stdio: 'ignore' })
}

/** The path of a generated input; made on first use. */
export function input(name) {
  const path = `${folder}/${name}`
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const draft = `${path}.draft`
    makers[name](draft)
    renameSync(draft, path)
  }
  return path
}

/** Mebibytes of an input, for the report. */
export function inputSize(name) {
  return statSync(input(name)).size / 1048576
}

/** The mebibytes of the largest document in a zip, unpacked. */
export async function largestDocument(name) {
  const { openZip } = await import('@labelport/archive')
  const { openFile, zlibCodec } = await import('@labelport/node')
  const file = openFile(input(name))
  const { entries } = await openZip(file, { name, codec: zlibCodec, report: () => {} })
  file.close()
  const sizes = Array.from(entries).flatMap(({ path, size }) =>
    path.endsWith('.json') ? size : [],
  )
  return sizes.reduce((most, size) => Math.max(most, size), 0) / 2 ** 20
}
