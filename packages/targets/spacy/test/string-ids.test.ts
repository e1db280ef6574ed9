import { describe, expect, it } from 'vitest'
import { murmurHash64 } from '../src/murmur.ts'
import { stringIds } from '../src/string-ids.ts'

/** Asked of `spacy.strings.hash_string` and `StringStore` of spaCy 3.8. */
const known = [
  ['a', 11901859001352538922n],
  ['ab', 6606101647874324205n],
  ['abc', 13021918864714763345n],
  ['abcd', 10146069190107602562n],
  ['abcdefg', 18200195881963043692n],
  ['abcdefgh', 17751780907874141760n],
  ['abcdefghi', 13885881106499164936n],
  ['apple', 8566208034543834098n],
  ['Zoë', 16948573035762911534n],
  ['😀', 13900606239988879105n],
  ['שלום', 5806062714155999083n],
  ['e\u0301lan', 16682771817298268954n],
  [' ', 8532415787641010193n],
  ['\n', 962983613142996970n],
  ['x'.repeat(1000), 8829866820111615174n],
] as const

describe('string ids', () => {
  it.each(known)('numbers %j as spaCy does', (text, id) => {
    expect(stringIds().idOf(text)).toBe(id)
  })

  it('gives symbols their own numbers, the empty text none', () => {
    const ids = stringIds()
    expect(['', 'IS_ALPHA', 'PERSON', '_'].map((text) => ids.idOf(text))).toEqual([
      0n,
      1n,
      380n,
      456n,
    ])
  })

  it('hashes a part of a buffer like a copy of it', () => {
    const bytes = new TextEncoder().encode('xx combining e\u0301lan')
    const part = bytes.subarray(2)
    expect(murmurHash64(part, 1n)).toBe(murmurHash64(part.slice(), 1n))
  })
})
