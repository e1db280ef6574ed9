import { describe, expect, it } from 'vitest'
import { FormatError, type OptionSpec, parseOptions } from '../src/index.ts'

const specs = [
  { name: 'scheme', help: 'Tags.', type: 'choice', choices: ['iob', 'bioes'], default: 'iob' },
  { name: 'header', help: 'A header.', type: 'flag', default: false },
  { name: 'shard', help: 'Rows.', type: 'number', default: 10, min: 1 },
  { name: 'file', help: 'A path.', type: 'text', default: 'a.txt' },
  { name: 'labels', help: 'Which.', type: 'list', default: [] },
] as const satisfies readonly OptionSpec[]

function codeOf(texts: Record<string, string>): string | undefined {
  try {
    parseOptions('x', specs, texts)
  } catch (error) {
    if (FormatError.is(error)) return `${error.diagnostic.code} ${error.message}`
  }
  return undefined
}

describe('options', () => {
  it('take their defaults', () => {
    expect(parseOptions('x', specs, {})).toEqual({
      scheme: 'iob',
      header: false,
      shard: 10,
      file: 'a.txt',
      labels: [],
    })
  })

  it('are read from texts', () => {
    const texts = { scheme: 'bioes', header: '', shard: '2.5', file: '', labels: 'a, b,c' }
    expect(parseOptions('x', specs, texts)).toEqual({
      scheme: 'bioes',
      header: true,
      shard: 2.5,
      file: '',
      labels: ['a', 'b', 'c'],
    })
    expect(parseOptions('x', specs, { header: 'false', labels: '' })).toMatchObject({
      header: false,
      labels: [],
    })
  })

  it.each([
    [{ scheme: 'IOB' }, 'expected one of iob, bioes'],
    [{ header: 'yes' }, 'expected true or false'],
    [{ shard: '0' }, 'expected a number of at least 1'],
    [{ shard: 'NaN' }, 'expected a number'],
    [{ shard: ' ' }, 'expected a number'],
    [{ shard: 'Infinity' }, 'expected a number'],
  ])('%j is refused with what was expected', (texts, expected) => {
    expect(codeOf(texts)).toMatch(/^engine\/bad-option /)
    expect(codeOf(texts)).toContain(expected)
  })

  it('that do not exist are refused with those that do', () => {
    expect(codeOf({ skeme: 'iob' })).toBe(
      'engine/unknown-option x has no option "skeme". It has: scheme, header, shard, file, labels.',
    )
    expect(codeOf({ constructor: '1' })).toContain('engine/unknown-option')
    expect(() => parseOptions('x', [], { a: '1' })).toThrow('It has: none.')
  })
})
