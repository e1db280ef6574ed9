import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  escapesFile,
  noEscapes,
  openEscapes,
  parseEscapes,
  unescapedLabel,
  unescapedToken,
} from '../src/index.ts'

it('gives every token and label back with the table in its file', () => {
  const part = fc.constantFrom(
    'a',
    ' ',
    '\t',
    '\u2423',
    '\u241b',
    '20;',
    '#',
    '\u2028',
    'O',
    '%',
    '-',
  )
  const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (token, label) => {
      const escapes = openEscapes()
      const written = { token: escapes.token(token), label: escapes.label(label) }
      expect(written.token).toMatch(/^[^\s#]\S*$/)
      const file = escapesFile(escapes.used())
      const table =
        file === undefined || !('chunk' in file) ? noEscapes : parseEscapes(String(file.chunk))
      expect(unescapedToken(written.token, table)).toBe(token)
      expect(unescapedLabel(written.label, table)).toBe(label)
    }),
  )
})

it('leaves marks alone that no table explains, trap 21', () => {
  expect(unescapedToken('a␣b␛23;', noEscapes)).toBe('a␣b␛23;')
  expect(parseEscapes('{"characters":[1],"labels":{"a":1}}')).toEqual(noEscapes)
  expect(parseEscapes('no JSON')).toEqual(noEscapes)
})
