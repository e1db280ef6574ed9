import { diagnosticEntries } from '@labelport/catalog'
import { describe, expect, it } from 'vitest'
import { nearest } from '../src/nearest.ts'
import { labelport } from './io.ts'

describe('explain', () => {
  it('tells meaning, advice and an example of a code', async () => {
    const { code, stdout } = await labelport(['explain', 'archive/traversal'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^archive\/traversal\n\nmeaning +an entry's name is unsafe/)
    expect(stdout).toMatch(/what to do +distrust the archive/)
    expect(stdout).toMatch(/example +The name "\.\.\/evil\.txt" leads out/)
    expect(stdout).toContain('@labelport/archive')
  })

  it('gives the same as data', async () => {
    const { stdout } = await labelport(['explain', 'conll/overlap', '--json'])
    const entry = diagnosticEntries.find(({ code }) => code === 'conll/overlap')
    expect(JSON.parse(stdout)).toEqual(entry)
  })

  it('knows codes that every format shares, under any id', async () => {
    const { stdout } = await labelport(['explain', 'acme/not-readable', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      code: 'acme/not-readable',
      package: '@labelport/format',
    })
  })

  it('names the nearest codes of one there is not, with exit code 2', async () => {
    const { code, stderr } = await labelport(['explain', 'csv/raged-row'])
    expect(code).toBe(2)
    expect(stderr).toContain('There is no code "csv/raged-row". Near: csv/ragged-row')
    expect((await labelport(['explain', 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz'])).stderr).toContain(
      'docs/diagnostics.md lists all',
    )
  })

  it('explains itself: every code of this program is known', async () => {
    for (const what of ['nothing-selected', 'bad-plugin', 'format-clash', 'failed', 'unexpected']) {
      expect((await labelport(['explain', `cli/${what}`])).code).toBe(0)
    }
  })
})

describe('nearest', () => {
  it('counts edits, and breaks ties by the alphabet', () => {
    expect(nearest('kat', ['cat', 'kit', 'dog', 'kat-food'], 2)).toEqual(['cat', 'kit'])
    expect(nearest('', ['ab', 'abcdefgh'])).toEqual(['ab'])
    expect(nearest('abc', [])).toEqual([])
  })
})
