import type { DiagnosticEntry } from '@labelport/catalog'
import { beforeAll, describe, expect, it } from 'vitest'
import { catalogueEntries, catalogueModule, cataloguePage } from './diagnostics/catalogue.ts'
import { codesOf } from './diagnostics/documented.ts'
import { templateIn } from './diagnostics/templates.ts'
import { codeOnly } from './source-text.ts'
import { exists, filesBelow, packages, read } from './workspace.ts'

const generated = 'packages/catalog/src/generated/diagnostics.ts'
const page = 'docs/diagnostics.md'

let entries: readonly DiagnosticEntry[]
beforeAll(async () => {
  entries = await catalogueEntries()
  // Every format writes and reads everything there is, which takes a while on a busy machine.
}, 60_000)

describe('the catalogue of diagnostics', () => {
  it('is what the READMEs say; node scripts/diagnostics-catalogue.mjs makes it anew', async () => {
    const updating = expect.getState().snapshotState.snapshotUpdateState === 'all'
    expect(updating || (exists(generated) && exists(page))).toBe(true)
    await expect(catalogueModule(entries)).toMatchFileSnapshot(`../${generated}`)
    await expect(cataloguePage(entries)).toMatchFileSnapshot(`../${page}`)
  })

  it('holds every code once, with a meaning and something to do', () => {
    const codes = entries.map(({ code }) => code)
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
    expect(codes.filter((code) => !/^(<format>|[a-z][a-z0-9-]*)\/[a-z0-9-]+$/.test(code))).toEqual(
      [],
    )
    const bare = entries.filter(({ meaning, advice }) => meaning.length < 9 || advice.length < 4)
    expect(bare.map(({ code }) => code)).toEqual([])
  })

  it('has messages that name no machine and end like sentences', () => {
    for (const { code, example } of entries) {
      if (example === undefined) continue
      expect(example.trim(), code).toMatch(/[.?!:"…)\]]$|\w$/)
      expect(example, code).not.toMatch(/\/work\/|\/tmp\//)
    }
  })
})

/** Packages whose codes are their own, or `engine/`. Formats and targets have a test beside the catalog's. */
const speaking = packages.filter(
  ({ kind, id }) => kind !== 'format' && kind !== 'target' && id !== 'emulator',
)

describe.each(speaking)('$folder', ({ id, folder }) => {
  it('documents every code it tells', () => {
    const prefixes = new Set([id, 'engine'])
    const documented = new Set(entries.map(({ code }) => code))
    const told = filesBelow(`${folder}/src`)
      .filter((path) => /\.tsx?$/.test(path) && codeOnly(read(path)) !== '')
      .flatMap((path) => [...read(path).matchAll(/'([a-z]+)\/([a-z][a-z0-9-]+)'/g)])
      .filter(([, prefix = '']) => prefixes.has(prefix))
      .map(([, prefix, what]) => `${prefix}/${what}`)
    const missing = [...new Set(told)].filter((code) => !documented.has(code))
    expect(missing, `for the table of ${folder}/README.md`).toEqual([])
  })
})

describe('reading a README', () => {
  const table = [
    '| code | meaning | what to do |',
    '| --- | --- | --- |',
    '| `a/one`, `a/two` | both \\| of them | go on |',
    '| `a/three` | ledger: gone | the same |',
  ].join('\n')

  it('takes every code of a cell, bars, and what stands above', () => {
    expect(codesOf(`Text.\n\n${table}\n\nMore.\n`, 'a')).toEqual([
      { code: 'a/one', package: 'a', meaning: 'both | of them', advice: 'go on', ledger: false },
      { code: 'a/two', package: 'a', meaning: 'both | of them', advice: 'go on', ledger: false },
      { code: 'a/three', package: 'a', meaning: 'gone', advice: 'go on', ledger: true },
    ])
  })

  it('sees tables that speak of other things, and ledgers without advice', () => {
    expect(codesOf('Text.\n\n| export | does |\n| --- | --- |\n| `a` | b |\n', 'a')).toEqual([])
    const text = 'In the ledger:\n\n| code | reason |\n| --- | --- |\n| `a/b` | It was cut. |\n'
    expect(codesOf(text, 'a')).toEqual([
      { code: 'a/b', package: 'a', meaning: 'It was cut.', ledger: true },
    ])
  })

  it('finds the message of a code in a source', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source to look into
    const behind = "throw failure('a/b', `The file ${JSON.stringify({ a: 1 })} is gone.`)"
    expect(templateIn(behind, 'a/b')).toBe('The file … is gone.')
    const ahead = "const message = 'Nothing was found here.'\nreport({ code: 'a/b', message })"
    expect(templateIn(ahead, 'a/b')).toBe('Nothing was found here.')
    expect(templateIn("code: 'a/b', severity: 'info'", 'a/b')).toBeUndefined()
  })
})
