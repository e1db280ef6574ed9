import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { formats, targets } from '@labelport/catalog'
import { describe, expect, it } from 'vitest'
import { camelCase, filesBelow, packages, read, root } from './workspace.ts'

function idsOf(kind: 'format' | 'target'): readonly string[] {
  return packages.filter((one) => one.kind === kind).map(({ id }) => id)
}

describe('the catalog', () => {
  it('lists every folder under packages/formats, by id', () => {
    expect(formats.map(({ id }) => id)).toEqual(idsOf('format'))
  })

  it('lists every folder under packages/targets, by id', () => {
    expect(targets.map(({ id }) => id)).toEqual(idsOf('target'))
  })

  it('depends on each of them', () => {
    const { dependencies = {} } = packages.find(({ id }) => id === 'catalog')?.manifest ?? {}
    const expected = [
      ...idsOf('format').map((id) => `@labelport/format-${id}`),
      ...idsOf('target').map((id) => `@labelport/target-${id}`),
    ]
    expect(
      Object.keys(dependencies)
        .filter((name) => /-/.test(name))
        .sort(),
    ).toEqual(expected.sort())
  })

  it('holds no id twice, also not one of a format and of a target', () => {
    const ids = [...formats, ...targets].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

const both = packages.filter(({ kind }) => kind === 'format' || kind === 'target')

describe.each(both)('$folder', ({ id, folder }) => {
  it('exports its format under its own name', async () => {
    const module: Record<string, unknown> = await import(
      /* @vite-ignore */ pathToFileURL(join(root, folder, 'src/index.ts')).href
    )
    expect(module[camelCase(id)]).toMatchObject({ id })
  })

  it('documents every diagnostic code of its own', () => {
    const [, section = ''] = read(`${folder}/README.md`).split('\n## Diagnostics')
    const documented = section.split('\n## ')[0] ?? ''
    const undocumented = filesBelow(`${folder}/src`)
      .flatMap((path) => codesIn(read(path), id))
      .filter((code) => !documented.includes(`\`${code}\``))
    expect([...new Set(undocumented)]).toEqual([])
  })
})

/** Codes as they are written in sources: whole, or with the id put in. */
function codesIn(text: string, id: string): readonly string[] {
  const whole = [...text.matchAll(/['"`]([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]+)['"`]/g)]
    .filter((match) => match[1] === id)
    .map((match) => match[2])
  const composed = [...text.matchAll(/`\$\{(?:id|format|formatId)\}\/([a-z][a-z0-9-]+)`/g)]
  return [...whole, ...composed.map((match) => match[1])].map((name) => `${id}/${name}`)
}
