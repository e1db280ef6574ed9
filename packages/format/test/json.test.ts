import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FormatError, parseJson, placeAt, pointerStep } from '../src/index.ts'

function placeOf(text: string) {
  try {
    parseJson(text, 'a.json', 'x')
  } catch (error) {
    if (FormatError.is(error)) return error.diagnostic
  }
  throw new Error('Expected a FormatError.')
}

describe('parseJson', () => {
  it('reads JSON', () => {
    expect(parseJson('{"ü": [1, "😀"]}', 'a.json', 'x')).toEqual({ ü: [1, '😀'] })
  })

  const broken: readonly (readonly [string, number, number])[] = [
    ['[1,\n 2,\n x]', 3, 2],
    ['{"a" 1}', 1, 6],
    ['{"a": 1,}', 1, 9],
    ['[1 2]', 1, 4],
    ['{a: 1}', 1, 2],
    ['["😀" "b"]', 1, 7],
    ['["a\nb"]', 1, 4],
    ['["\\x"]', 1, 4],
    ['["\\u12g4"]', 1, 7],
    ['[01]', 1, 3],
    ['[1]]', 1, 4],
    ['[1}', 1, 3],
    ['nul', 1, 4],
    ['nix', 1, 1],
    ['', 1, 1],
    ['\ufeff{}', 1, 1],
    ['[1,\r\n2\r\n', 3, 1],
    ['{"a": "b', 1, 9],
    ["{'a': 1}", 1, 2],
    ['NaN', 1, 1],
  ]
  it.each(broken)('says where %j stops being JSON: line %i, column %i', (text, line, column) => {
    expect(placeOf(text)).toMatchObject({
      severity: 'error',
      code: 'x/not-json',
      place: { path: 'a.json', line, column },
    })
  })

  it('says what it found, or that the file ends', () => {
    expect(placeOf('[1 2]').message).toContain('found "2]"')
    expect(placeOf('[1').message).toContain('the file ends')
  })

  it('agrees with the engine about what is JSON, and about the place where the engine tells it', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', ',', '}', '[', ':', '\\', 'x', '1', '\n'),
      )
      .map(([text, at, noise]) => {
        const cut = at % (text.length + 1)
        return text.slice(0, cut) + noise + text.slice(cut + 1)
      })
    fc.assert(
      fc.property(damaged, (text) => {
        let position: string | undefined
        try {
          JSON.parse(text)
          return
        } catch (error) {
          position = /position (\d+)/.exec(String(error))?.[1]
        }
        const { column = 0, line = 0 } = placeOf(text).place ?? {}
        if (position === undefined) return
        // Of a word or number that goes wrong the engine may name a later character than its first.
        const lines = text.split('\n')
        const ours = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1
        expect(text.slice(ours, Number(position))).toMatch(/^[\w+.-]*$/)
        expect(ours).toBeLessThanOrEqual(Number(position))
      }),
      { seed: 1, numRuns: 1000 },
    )
  })

  it('survives a hundred thousand brackets', () => {
    expect(placeOf(`${'['.repeat(100_000)}x`).place?.column).toBe(100_001)
  })
})

describe('a place', () => {
  it('counts lines at line feeds and columns in UTF-16, both from 1', () => {
    const text = 'a\r\n😀b\n'
    expect(placeAt(text, 0, 'p')).toEqual({ path: 'p', line: 1, column: 1 })
    expect(placeAt(text, 5, 'p')).toEqual({ path: 'p', line: 2, column: 3 })
    expect(placeAt(text, 7, 'p')).toEqual({ path: 'p', line: 3, column: 1 })
  })

  it('escapes the steps of a pointer', () => {
    expect(['a', 0, '~', 'a/b'].map(pointerStep).join('')).toBe('/a/0/~0/a~1b')
  })
})
