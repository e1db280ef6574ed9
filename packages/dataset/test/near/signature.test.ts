import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signatureOf, similarity } from '../../src/near/signature.ts'
import { compareSignatures, readSignature, signatureText } from '../../src/near/signature-text.ts'
import { wordRangesOf, wordsOf } from '../../src/text/words.ts'

const sentences = fc.array(
  fc.constantFrom('moos', 'farn', 'ähre', '苔', 'wächst', 'hier', 'stein'),
  {
    minLength: 1,
    maxLength: 60,
  },
)

/** The share of runs of three words that two texts have in common, counted one by one. */
function jaccard(one: readonly string[], other: readonly string[]): number {
  const runs = (words: readonly string[]) =>
    new Set(
      Array.from({ length: Math.max(1, words.length - 2) }, (_, at) =>
        words.slice(at, at + 3).join(' '),
      ),
    )
  const [a, b] = [runs(one), runs(other)]
  const both = [...a].filter((run) => b.has(run)).length
  return both / (a.size + b.size - both)
}

describe('a signature', () => {
  it('estimates how many runs of three words two texts share', () => {
    fc.assert(
      fc.property(sentences, fc.nat(), fc.constantFrom('stein', 'moos'), (words, at, other) => {
        const changed = words.with(at % words.length, other)
        const [a, b] = [words, changed].map((one) => signatureOf(one.join(' ')))
        if (a === undefined || b === undefined) throw new Error('There are words.')
        // Four standard errors of 128 draws.
        expect(Math.abs(similarity(a, b) - jaccard(words, changed))).toBeLessThan(0.18)
        if (jaccard(words, changed) === 1) expect(similarity(a, b)).toBe(1)
      }),
    )
  })

  it('comes back from its text, and nothing else passes for one', () => {
    const signature = signatureOf('salbei wächst hier 🌿')
    if (signature === undefined) throw new Error('There are words.')
    expect(readSignature(signatureText(signature))).toEqual(signature)
    for (const bad of ['', '!', 'AAAA', signatureText(signature).slice(4)])
      expect(readSignature(bad)).toBeUndefined()
  })

  it('is none without words', () => {
    expect(signatureOf(' … 🌿 —')).toBeUndefined()
  })
})

describe('words', () => {
  it('are runs of letters and digits, and single characters where scripts have no spaces', () => {
    expect(wordsOf('Wörter, «nein» 3.5 苔の庭 ไทย e\u0301a')).toEqual([
      'Wörter',
      'nein',
      '3',
      '5',
      '苔',
      'の',
      '庭',
      'ไ',
      'ท',
      'ย',
      'e\u0301a',
    ])
  })

  it('lie in the text one after the other and leave out only white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0
        for (const range of wordRangesOf(text)) {
          expect(text.slice(end, range.start)).toMatch(/^\s*$/)
          expect(range.end).toBeGreaterThan(range.start)
          end = range.end
        }
        expect(text.slice(end)).toMatch(/^\s*$/)
      }),
    )
  })
})

describe('signatures', () => {
  it('compare as their texts do', () => {
    const signature = fc.uint8Array({ minLength: 128, maxLength: 128 })
    fc.assert(
      fc.property(signature, signature, fc.nat(128), (one, two, same) => {
        const other = Uint8Array.from(two, (byte, at) => (at < same ? (one[at] ?? 0) : byte))
        const [a, b] = [signatureText(one), signatureText(other)]
        expect(Math.sign(compareSignatures(one, other))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })
})
