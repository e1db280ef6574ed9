import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openJsZip } from '@labelport/archive'
import { formats } from '@labelport/catalog'
import { bytesOf, detect, memorySource } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { filesBelow, packages, root } from './workspace.ts'

/** Files that belong to two formats alike, and why nothing in them can decide. */
const ties: Readonly<Record<string, string>> = {}

const owners = packages.filter(({ kind }) => kind === 'format')

/** What an owner cannot claim: broken files and files without content. */
function sound(path: string): boolean {
  return !path.includes('/damaged/') && readFileSync(join(root, path)).length > 0
}

describe.each(owners)('a file of $id', ({ id, folder }) => {
  const fixtures = filesBelow(`${folder}/fixtures`)

  it('is among the fixtures', () => {
    expect(fixtures.filter(sound)).not.toEqual([])
  })

  it.each(fixtures.filter(sound))('is recognised by that format alone: %s', async (path) => {
    const source = memorySource(path.slice(folder.length + 1), readFileSync(join(root, path)))
    const { format, candidates } = await detect(source, formats)
    const said = candidates.map((one) => `${one.format.id}: ${one.confidence}`)
    if (ties[path] !== undefined) expect(format, `${path} is listed as a tie`).toBeUndefined()
    else expect(format?.id, said.join(', ')).toBe(id)
  })

  it.each(fixtures.filter((path) => !sound(path)))(
    'that is damaged is not taken for a file of another format: %s',
    async (path) => {
      const source = memorySource(path.slice(folder.length + 1), readFileSync(join(root, path)))
      const { candidates } = await detect(source, formats)
      const certain = candidates.filter(({ confidence }) => confidence === 'certain')
      expect(certain.map(({ format }) => format.id).filter((one) => one !== id)).toEqual([])
    },
  )
})

describe('a file of a real export', () => {
  const samples = join(root, '../shared/real-exports')
  const isHere = existsSync(samples)

  it.skipIf(!isHere)('is recognised by the one format that wrote it', async () => {
    const found = new Map<string, number>()
    for (const [path, bytes] of await realFiles(samples)) {
      const { format, candidates } = await detect(memorySource(path, bytes), formats)
      const said = candidates.map((one) => `${one.format.id}: ${one.confidence}`)
      const [folder = ''] = path.split('/')
      expect([path, format?.id], said.join(', ')).toEqual([path, wroteFolder[folder]])
      found.set(folder, (found.get(folder) ?? 0) + 1)
    }
    expect([...found.keys()].sort()).toEqual(Object.keys(wroteFolder).sort())
  })
})

/** The folders of real exports by what wrote them. */
const wroteFolder: Readonly<Record<string, string>> = {
  'datasaur-schema-bbox': 'datasaur-schema',
  'datasaur-schema-token': 'datasaur-schema',
  'json-advanced': 'json-advanced',
  'row-csv': 'csv',
  'tsv-iob': 'tsv-iob',
}

/** Documents below the folders, those in zips as well, by path. */
async function realFiles(samples: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const isDocument = (path: string): boolean =>
    /\.(json|tsv|csv)$/.test(path) && !path.endsWith('project-data.json')
  for (const folder of Object.keys(wroteFolder)) {
    const paths = readdirSync(join(samples, folder), { recursive: true, encoding: 'utf8' })
    for (const path of paths.map((one) => `${folder}/${one}`)) {
      if (isDocument(path)) files.set(path, readFileSync(join(samples, path)))
      if (!path.endsWith('.zip')) continue
      const report = ({ message }: { message: string }) => expect.fail(message)
      const zip = new Uint8Array(readFileSync(join(samples, path)))
      const { entries } = await openJsZip(zip, { name: path, report })
      for (const entry of entries) {
        if (isDocument(entry.path)) files.set(`${path}/${entry.path}`, await bytesOf(entry))
      }
    }
  }
  return files
}

it('lists ties of files that exist, each with its reason', () => {
  const fixtures = owners.flatMap(({ folder }) => filesBelow(`${folder}/fixtures`))
  for (const [path, reason] of Object.entries(ties)) {
    expect(fixtures).toContain(path)
    expect(reason).toMatch(/\.$/)
  }
})
