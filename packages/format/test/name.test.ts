import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  baseName,
  extensionOf,
  pathEnds,
  safeName,
  uniqueNames,
  withoutExtension,
} from '../src/index.ts'

const bytes = (name: string): number => new TextEncoder().encode(name).length

describe('names', () => {
  it('come apart at the last slash and the last dot', () => {
    expect(baseName('a/b/c.txt')).toBe('c.txt')
    expect(baseName('c.txt')).toBe('c.txt')
    expect(['a.tar.GZ', 'a', '.hidden', 'a.'].map(extensionOf)).toEqual(['.gz', '', '', '.'])
  })

  it('lose the first ending that fits, whatever its case', () => {
    expect(withoutExtension('a.TXT.json', ['.json', '.txt'])).toBe('a.TXT')
    expect(withoutExtension('a.Labelport.JSONL', ['.labelport.jsonl', '.jsonl'])).toBe('a')
    expect(withoutExtension('.json', ['.json'])).toBe('.json')
    expect(withoutExtension('a.csv', ['.json'])).toBe('a.csv')
  })
})

describe('the ends of a path', () => {
  it.each([
    ['a.txt', ['a.txt']],
    ['x/y\\a.txt', ['x/y/a.txt', 'y/a.txt', 'a.txt']],
    ['gs://x/a.txt', ['gs:/x/a.txt', 'x/a.txt', 'a.txt']],
    ['../../x/a.txt', ['x/a.txt', 'a.txt']],
    ['x/../a.txt', ['a.txt']],
    ['/etc/a.txt', ['etc/a.txt', 'a.txt']],
    ['x/', []],
    ['..', []],
    ['', []],
  ])('of %s never lead out of the folder (trap 49)', (path, ends) => {
    expect(pathEnds(path)).toEqual(ends)
  })
})

describe('a safe name', () => {
  it.each([
    ['Zoë 😀 שלום.txt', 'Zoë 😀 שלום.txt'],
    ['e\u0301.txt', 'é.txt'],
    ['../../etc/passwd', '___.._etc_passwd'],
    ['C:\\temp\\a?.txt', 'C__temp_a_.txt'],
    ['a<b>c|d*e"f', 'a_b_c_d_e_f'],
    ['line\nbreak\u0000\u0085', 'line_break__'],
    ['half \ud83d pair', 'half _ pair'],
    ['..', '__'],
    ['', '_'],
    ['trailing. .', 'trailing___'],
    ['.hidden', '_hidden'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['aux .txt', '_aux .txt'],
    ['COM¹.csv', '_COM¹.csv'],
    ['conin$', '_conin$'],
    ['console.txt', 'console.txt'],
    ['COM10.txt', 'COM10.txt'],
  ])('of %j is %j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  it('keeps the ending of one that is longer than a file system takes', () => {
    const name = safeName(`${'😀'.repeat(300)}.json`)
    expect(bytes(name)).toBeLessThanOrEqual(255)
    expect(name).toMatch(/^(😀)+\.json$/u)
  })

  it('does not cut a character or end in a blank when what looks like an ending is long', () => {
    expect(safeName(`a.${'😀'.repeat(300)}`)).not.toMatch(/\p{Surrogate}/u)
    expect(safeName(`a.${'x'.repeat(18)}   ${'y'.repeat(300)}`)).not.toMatch(/[. ]$/)
  })

  it('is safe whatever it is made from, and stays what it is', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('.', ' ', '/', 'con', '\ud800', '😀', 'e\u0301'))
        .map((one) => one.join('')),
    )
    fc.assert(
      fc.property(any, (name) => {
        const safe = safeName(name)
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Surrogate}]|^\.|[. ]$|^$/u)
        expect(bytes(safe)).toBeLessThanOrEqual(255)
        expect(safeName(safe)).toBe(safe)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})

describe('unique names', () => {
  it('number the later ones, also across case and composition', () => {
    const unique = uniqueNames()
    const names = ['a.txt', 'A.TXT', 'a.txt', 'a (2).txt', 'é', 'e\u0301', 'b', 'b'].map(unique)
    expect(names).toEqual([
      'a.txt',
      'A (2).TXT',
      'a (3).txt',
      'a (2) (2).txt',
      'é',
      'e\u0301 (2)',
      'b',
      'b (2)',
    ])
  })

  it('are never handed out twice', () => {
    const given = fc.array(fc.constantFrom('a', 'A', 'a (2)', 'a (2) (2)', 'a.b', 'a (2).b'))
    fc.assert(
      fc.property(given, (names) => {
        const out = names.map(uniqueNames()).map((name) => name.toLowerCase())
        expect(new Set(out).size).toBe(names.length)
      }),
      { seed: 1 },
    )
  })
})
