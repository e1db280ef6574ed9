import { alignTokens, TokenBuffer } from '@labelport/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowOwner, TokenRow } from '../src/tasks/token-row.ts'

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
      expect(row.json).toBe(JSON.stringify(row.values))
    }),
    { numRuns: 2000, seed: 1 },
  )
})

it('names the column of a cell that is not in the first', () => {
  const text = 'one two'
  const { tokens } = alignTokens(text, ['one', 'two'], new TokenBuffer())
  const row = new TokenRow(rowOwner('d', 'd.txt'), { row: 1, column: 2, text }, tokens, undefined)
  expect(JSON.parse(row.json)).toEqual({
    id: 'd:1:2',
    document: 'd.txt',
    row: 1,
    tokens: ['one', 'two'],
    tags: [0, 0],
  })
})
