import { alignTokens, TokenBuffer } from '@labelport/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowOwner, TokenRow } from '../src/tasks/token-row.ts'

/** What a row writes in the room it asks for, behind what is there already; of its values when it cannot. */
function jsonOf(row: TokenRow): string {
  const bytes = new Uint8Array(5 + row.mostBytes).fill(0x7e)
  const end = row.writeJson(bytes, 5)
  if (end === undefined) return JSON.stringify(row.values)
  expect(end).toBeLessThanOrEqual(bytes.length)
  expect(bytes.subarray(0, 5)).toEqual(new Uint8Array(5).fill(0x7e))
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(5, end))
}

const words = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    fc.constantFrom('"', '\\', 'a b', '\t', '🌿', 'e\u0301', '\u2028', 'שלום', '.', 'x'.repeat(40)),
  ),
  { maxLength: 12 },
)

it('says the same as JSON as it does as values, whatever the text', () => {
  fc.assert(
    fc.property(words, fc.constantFrom(' ', '  ', ''), fc.boolean(), (tokens, between, tagged) => {
      const text = tokens.join(between)
      const aligned = alignTokens(text, tokens, new TokenBuffer())
      const cell = { row: 3, column: 0, text, tokens: aligned.tokens }
      const tags = tagged ? tokens.map((_, index) => index) : undefined
      const owner = rowOwner('id "quoted"', 'walk\n.txt')
      const row = new TokenRow(owner, cell, aligned.tokens, tags)
      expect(jsonOf(row)).toBe(JSON.stringify(row.values))
    }),
    { numRuns: 2000, seed: 1 },
  )
})

it('names the column of a cell that is not in the first', () => {
  const text = 'one two'
  const { tokens } = alignTokens(text, ['one', 'two'], new TokenBuffer())
  const row = new TokenRow(rowOwner('d', 'd.txt'), { row: 1, column: 2, text }, tokens, undefined)
  expect(JSON.parse(jsonOf(row))).toEqual({
    id: 'd:1:2',
    document: 'd.txt',
    row: 1,
    tokens: ['one', 'two'],
    tags: [0, 0],
  })
})

it('writes the JSON of a row itself where tokens are words between blanks, whatever the numbers', () => {
  const text = 'Zoë 🌿 שלום \ufeffe\u0301'
  const { tokens } = alignTokens(text, text.split(' '), new TokenBuffer())
  const owner = rowOwner('Zoë "q"', 'long '.repeat(60))
  for (const row of [0, 9, 10, 4_294_967_295]) {
    const one = new TokenRow(owner, { row, column: 0, text }, tokens, [0, 12, 2_000_000_000, 7])
    expect(one.writeJson(new Uint8Array(one.mostBytes), 0)).toBeDefined()
    expect(jsonOf(one)).toBe(JSON.stringify(one.values))
  }
})
