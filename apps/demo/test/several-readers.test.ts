import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openExport, readExport } from '@labelport/archive'
import { formats, targets } from '@labelport/catalog'
import { convert } from '@labelport/dataset'
import { native } from '@labelport/format-native'
import { gallery } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { ConversionChoice } from '../src/conversion-view.ts'
import { everyProject, type Handed, type HandedFile } from '../src/protocol.ts'
import { sampleFiles } from '../src/sample/sample.ts'
import { compareCopies } from '../src/worker/compare.ts'
import { perform } from '../src/worker/conversion.ts'
import { inputsOf } from '../src/worker/inputs.ts'
import type { Library } from '../src/worker/library.ts'
import { rehearse } from '../src/worker/rehearsal.ts'
import { readHanded } from './read-handed.ts'

const { signal } = new AbortController()
/** Small, so that few files make many ranges. */
const rangeSize = 2000

function folder(files: readonly HandedFile[]): readonly Handed[] {
  return [{ type: 'folder', name: 'garden', files }]
}

function fixtures(): readonly HandedFile[] {
  const root = fileURLToPath(new URL('../../../packages/formats/', import.meta.url))
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/\\]+[/\\]fixtures[/\\]/.test(path))
    .sort()
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => ({ path, blob: new Blob([new Uint8Array(readFileSync(join(root, path)))]) }))
}

async function nativeText(...documents: readonly LabeledDocument[]): Promise<string> {
  async function* stream() {
    yield* documents
  }
  const chunks: (string | Uint8Array)[] = []
  const { parts } = convert(stream(), native, { report() {} })
  for await (const part of parts) if ('chunk' in part) chunks.push(part.chunk)
  return chunks.join('')
}

/** Every document of the gallery in the copies of two labelers and the review, all with the same few ids. */
async function galleryFiles(): Promise<readonly HandedFile[]> {
  const files: HandedFile[] = []
  for (const copy of ['REVIEW', 'DOCUMENT-ivy_example_org', 'DOCUMENT-moss_example_org']) {
    for (const [at, [feature, document]] of Object.entries(gallery).entries()) {
      const { project: _, cabinet: __, ...rest } = document
      const text = await nativeText({ ...rest, id: `d${at % 3}` })
      const path = `Gallery-R0FSREVOMDE/${copy}/${feature}.labelport.jsonl`
      files.push({ path, blob: new Blob([text]) })
    }
  }
  return files
}

async function zipOf(files: readonly HandedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip()
  for (const { path, blob } of files) zip.file(path, await blob.arrayBuffer())
  return await zip.generateAsync({ type: 'arraybuffer' }).then((bytes) => new Uint8Array(bytes))
}

/** A zip with a flipped byte in the middle of its data, and one that was cut off. */
async function damaged(): Promise<readonly Handed[]> {
  const bytes = await zipOf(await galleryFiles())
  const flipped = bytes.slice()
  flipped[Math.floor(flipped.length / 3)] = (flipped[Math.floor(flipped.length / 3)] ?? 0) ^ 255
  return [
    { type: 'file', name: 'cut.zip', blob: new Blob([bytes.slice(0, -200)]) },
    { type: 'file', name: 'flipped.zip', blob: new Blob([flipped]) },
    { type: 'file', name: 'whole.zip', blob: new Blob([bytes]) },
  ]
}

const exports: Readonly<Record<string, () => Promise<readonly Handed[]>>> = {
  samples: async () =>
    folder(sampleFiles('all').map(({ path, text }) => ({ path, blob: new Blob([text]) }))),
  'every fixture of every format': async () => folder(fixtures()),
  'the gallery in copies': async () => folder(await galleryFiles()),
  'damaged zips': damaged,
}

async function everyDocument(library: Library): Promise<readonly LabeledDocument[]> {
  const documents: LabeledDocument[] = []
  for await (const one of library.documents(library.shelved(everyProject), { keep: ['native'] }))
    documents.push(one)
  return documents
}

/** How many of the readers keep documents. */
function readersOf(library: Library): number {
  return new Set(library.shelved(everyProject).map(({ reader }) => reader)).size
}

/** Everything the page could be made to show of what was read. */
async function shown(library: Library) {
  const { directory } = library
  const indexes = library.shelved(everyProject).map(({ index }) => index)
  const pages = await Promise.all(indexes.map((index) => library.page(index, { row: 0 })))
  directory.usePseudonyms(true)
  const renamed = { pages: await library.page(0, { row: 1 }), projects: library.projects() }
  directory.usePseudonyms(false)
  const projects = library.projects()
  const comparisons = []
  for (const [project, { cabinets }] of projects.entries()) {
    const copies = [...cabinets.keys()]
    comparisons.push(await compareCopies({ project, copies }, { library, signal }))
  }
  return { pages, renamed, projects, register: library.register(), comparisons }
}

const others = [...formats, ...targets].map(({ id }) => id).filter((id) => id !== 'native')

/** Enough for many documents. */
const few = ['conll', 'json-advanced', 'jsonl']

/** What plans and conversions give, where all documents are needed at once. */
async function converted(library: Library, ids: readonly string[]) {
  const choice: ConversionChoice = {
    project: everyProject,
    cabinet: 'all',
    targets: ids.map((format) => ({ format, options: {} })),
    preparation: { 'deduplicate-near': '0.9' },
  }
  const material = { library, signal, opened: { names: [], sample: false, reading: {} } }
  const plans = []
  for await (const plan of rehearse(choice, false, material)) plans.push(plan)
  // What cannot be written from these documents does not keep the others from it.
  const targets = plans.flatMap((plan) =>
    choice.targets.filter(({ format }) => plan.targets.some((one) => one.format === format)),
  )
  const { outcome, ...view } = await perform({ ...choice, targets }, undefined, material)
  const zip = outcome.type === 'zip' ? Buffer.from(await outcome.zip.arrayBuffer()) : undefined
  return { plans, ...view, zip: zip?.toString('base64') }
}

describe.each(Object.entries(exports))('%s, read by one, two or three', (name, handed) => {
  it('is the same in every view, in the same order, with the same diagnostics', async () => {
    const views = []
    for (const workers of [1, 2, 3]) {
      const read = await readHanded(await handed(), { workers, rangeSize })
      const { library, entries, diagnostics } = read
      expect(entries.length, name).toBeGreaterThan(15)
      expect(readersOf(library)).toBe(workers)
      views.push({ entries, diagnostics, ...(await shown(library)) })
      read.close()
    }
    const [one, two, three] = views
    expect(two).toEqual(one)
    expect(three).toEqual(one)
  })

  it('is converted to the same bytes, with the same accounts', async () => {
    const results = []
    for (const workers of [1, 3]) {
      const read = await readHanded(await handed(), { workers, rangeSize })
      const { library } = read
      // The native format is alone, for what it needs of documents is more than all others do.
      const ids = name.startsWith('every fixture') ? few : others
      results.push(await converted(library, ['native']), await converted(library, ids))
      read.close()
    }
    expect(results[2]).toEqual(results[0])
    expect(results[3]).toEqual(results[1])
    expect(results[0]?.files.length).toBeGreaterThan(0)
    expect(results[1]?.files.length).toBeGreaterThan(2)
  })

  it('holds the documents of an export that is read at one go, with ids of their own', async () => {
    const whole: LabeledDocument[] = []
    for (const input of await inputsOf(await handed())) {
      const set = await openExport([input], { report() {} }).catch(() => ({ projects: [] }))
      for await (const one of readExport(set, { formats, report() {} })) whole.push(one)
    }
    const read = await readHanded(await handed(), { workers: 3, rangeSize })
    const documents = await everyDocument(read.library)
    read.close()
    expect(documents).toEqual(whole)
  })
})
