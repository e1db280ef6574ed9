import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import { detect, memorySource } from '@labelport/format'
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

it('lists ties of files that exist, each with its reason', () => {
  const fixtures = owners.flatMap(({ folder }) => filesBelow(`${folder}/fixtures`))
  for (const [path, reason] of Object.entries(ties)) {
    expect(fixtures).toContain(path)
    expect(reason).toMatch(/\.$/)
  }
})
