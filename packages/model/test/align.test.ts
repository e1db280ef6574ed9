import { expect, it } from 'vitest'
import { alignTokens, TokenBuffer, tokenTexts } from '../src/index.ts'

function align(text: string, tokens: readonly string[]) {
  const found = alignTokens(text, tokens, new TokenBuffer(2))
  return { ...found, texts: tokenTexts(text, found.tokens) }
}

it.each([
  ['single blanks', 'a bc d', ['a', 'bc', 'd']],
  ['no blanks', "don't!", ['do', "n't", '!']],
  ['blanks around and many', '  a \t b  ', ['a', 'b']],
  ['a token that begins with a blank', 'a  b', ['a', ' b']],
  ['blanks inside', '11 pm. now', ['11 pm.', 'now']],
  ['characters outside the basic plane', '👩‍🚀 Zoe\u0301 שלום', ['👩‍🚀', 'Zoe\u0301', 'שלום']],
])('finds tokens between %s', (_, text, tokens) => {
  expect(align(text, tokens)).toMatchObject({ texts: tokens, missing: [], skipped: [] })
})

it('names tokens that are not in the text, and goes on after them', () => {
  expect(align('Domínguez lives', ['Dominguez', '', 'lives'])).toMatchObject({
    texts: ['', '', 'lives'],
    missing: [0, 1],
    skipped: [2],
  })
})

it('does not take a token that differs in the middle for one of the same length', () => {
  expect(align('don\u2019t go', ["don't", 'go']).missing).toEqual([0])
})
