import { openEscapes } from '@labelport/format'
import { documentOf, schemaOf, spanOf } from '@labelport/format-testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBack } from './read-back.ts'
import { written } from './written.ts'

const odd = ['11\u00a0pm.', 'a\u3000b', 'tab\there', 'end\r', 'next\u0085line', '\u2028', 'a b']
const dangerous = ['-DOCSTART-', '#tag', '', '\u2423', '\u241b', 'x\ud800', '\u241b20;']

describe('escapes', () => {
  it('lets no white space of any kind into a token, trap 21', () => {
    const escapes = openEscapes()
    for (const token of odd) expect(escapes.token(token)).toMatch(/^\S+$/)
    expect(escapes.token('a b')).toBe('a␣b')
    expect(escapes.token('a\u3000b')).toBe('a␛3000;b')
  })

  it('lets no token look like a comment or the beginning of a document, trap 22', () => {
    const escapes = openEscapes()
    expect(escapes.token('#tag')).toBe('␛23;tag')
    expect(escapes.token('C#')).toBe('C#')
    expect(escapes.token('-DOCSTART-')).toBe('␛2d;DOCSTART-')
    expect(escapes.token('-DOCSTART-x')).toBe('-DOCSTART-x')
  })

  it('gives every token back, trap 3', async () => {
    const document = documentOf([[...odd, ...dangerous], ['plain']])
    const { files, fates } = await written([document])
    const bytes = Object.entries(files).map(([path, text]) => {
      return [path, new TextEncoder().encode(text)] as const
    })
    const [back] = readBack(new Map(bytes), document)
    expect(back?.cells.map(({ text }) => text)).toEqual(document.cells.map(({ text }) => text))
    expect(fates).toEqual(['cell changed conll/token-escaped 1'])
  })

  it('writes different texts differently, and the same in every file', () => {
    const part = fc.constantFrom(...odd, ...dangerous, 'a', '%', '20;', 'O', '-')
    const text = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [first, second] = [openEscapes(), openEscapes()]
        second.token(other)
        expect(second.token(one)).toBe(first.token(one))
        expect(second.label(one)).toBe(first.label(one))
        if (one === other) return
        expect(second.token(one)).not.toBe(second.token(other))
        expect(second.label(one)).not.toBe(second.label(other))
      }),
    )
  })

  it('names labels so that tags cannot be cut wrongly, trap 20', async () => {
    const names = ['Org Name', 'I-PER', 'O', '', 'a\tb', '100%', 'Łódź', 'case', 'Case']
    const tokens = names.map((_, index) => `t${index}`)
    const annotations = names.map((_, index) => {
      return spanOf(`s${index}`, String(index), [0, 3 * index, 3 * index + 2])
    })
    const document = documentOf([tokens], { schema: schemaOf(...names), annotations })
    const { files, fates } = await written([document])
    const lines = (files['train.conll'] ?? '').trim().split('\n')
    const tags = lines.map((line) => line.split(' ')[1]?.slice(2))
    expect(tags).toEqual([
      'Org%20Name',
      'I%2DPER',
      '%4F',
      '%',
      'a%09b',
      '100%25',
      'Łódź',
      'case',
      'Case',
    ])
    const { labels } = JSON.parse(files['escapes.json'] ?? '')
    expect(tags.map((tag) => labels[tag ?? ''] ?? tag)).toEqual(names)
    expect(fates).toEqual(['span changed conll/label-escaped 6'])
  })

  it('writes no table when nothing was escaped', async () => {
    const { files } = await written([documentOf([['plain', 'C#']])])
    expect(Object.keys(files)).toEqual(['train.conll'])
  })
})
