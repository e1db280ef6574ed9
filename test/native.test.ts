import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formats } from '@labelport/catalog'
import { memorySource, type Source } from '@labelport/format'
import { native } from '@labelport/format-native'
import { mergeSegments, readAll, writeAll } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { filesBelow, packages, root } from './workspace.ts'

/** Every format goes to the native model and back: what it read can be stored, and written from there. */
describe.each(packages.filter(({ kind }) => kind === 'format'))('$id', ({ id, folder }) => {
  const format = formats.find((one) => one.id === id)
  const files = filesBelow(`${folder}/fixtures`).filter((path) => !path.includes('/damaged/'))
  const sourceOf = (path: string): Source =>
    memorySource(path.slice(`${folder}/fixtures/`.length), readFileSync(join(root, path)))
  const siblingsOf = (path: string) => (name: string) => {
    const place = join(dirname(path), name)
    return files.includes(place) ? sourceOf(place) : undefined
  }

  it.each(files)('stores what it reads of %s in the native format without loss', async (path) => {
    if (format === undefined) return expect.unreachable('the catalog lists every format')
    const { documents } = await readAll(format, sourceOf(path), { sibling: siblingsOf(path) })
    const stored = await writeAll(native, documents)
    expect(stored.ledger.kept).toEqual(stored.ledger.source)
    const [bytes] = stored.files.values()
    if (bytes === undefined) return expect(documents).toEqual([])
    const back = await readAll(native, memorySource('documents.labelport.jsonl', bytes))
    expect(back.failure).toBeUndefined()
    expect(mergeSegments(back.documents)).toEqual(structuredClone(documents))
  })

  it.each(files)(
    'writes what the native format stored of %s as if it had read it',
    async (path) => {
      if (format?.writer === undefined) return expect.unreachable('every format here writes')
      const { documents } = await readAll(format, sourceOf(path), { sibling: siblingsOf(path) })
      const [bytes] = (await writeAll(native, documents)).files.values()
      if (bytes === undefined) return expect(documents).toEqual([])
      const stored = await readAll(native, memorySource('documents.labelport.jsonl', bytes))
      const direct = await writeAll(format, documents)
      const detour = await writeAll(format, stored.documents)
      expect([...detour.files]).toEqual([...direct.files])
      expect(detour.ledger).toEqual(direct.ledger)
    },
  )
})

/** What the platform offers to export, by its own names. */
const offered = [
  ...['DATASAUR_SCHEMA', 'XLSX', 'CSV', 'JSON_TABULAR', 'TSV', 'TSV_IOB', 'TSV_NON_IOB'],
  ...['JSON_ADVANCED', 'CUSTOM', 'JSON', 'PLAIN', 'AMAZON_COMPREHEND_CSV', 'AZURE_AUTOML_CSV'],
  'GCP_VERTEX_AI_CSV',
]

it.each(offered)('the platform format %s is among those above, read and written', (name) => {
  const id = name.toLowerCase().replaceAll('_', '-')
  const format = formats.find((one) => one.id === id)
  expect(format?.reader && format.writer, `${id} in the catalog`).toBeDefined()
  const files = filesBelow(`packages/formats/${id}/fixtures`)
  expect(files.filter((path) => !path.includes('/damaged/')).length).toBeGreaterThanOrEqual(3)
})
