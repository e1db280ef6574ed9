import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { integerDigits, parseExactly, printExactly } from '../src/index.ts'

const again = (text: string) => printExactly(parseExactly(text))

describe('JSON with integers beyond 2^53: trap 44', () => {
  it.each([
    '9007199254740993',
    '-9007199254740993',
    '[12345678901234567890,1,"12345678901234567890"]',
    '{"a":{"b":[100000000000000000001]},"c":"\\\\\\"12345678901234567890"}',
    '{"12345678901234567891":12345678901234567891}',
  ])('comes back digit by digit: %s', (text) => {
    expect(again(text)).toBe(text)
  })

  it('gives numbers where they hold all digits, and decimals as always', () => {
    for (const text of ['9007199254740992', '10000000000000000', '0.12345678901234567', '1.5e22']) {
      expect(parseExactly(text)).toBe(JSON.parse(text))
    }
    expect(parseExactly('[1e-1234567890123456, 1234567890123456.5]')).toEqual([
      0, 1234567890123456.5,
    ])
  })

  it('tells the digits', () => {
    expect(integerDigits(parseExactly('-12345678901234567890'))).toBe('-12345678901234567890')
    expect(integerDigits(parseExactly('{"a":1}'))).toBeUndefined()
    expect(integerDigits(12)).toBeUndefined()
  })

  it.each(['[00000000000000000001]', '[01234567890123456789]', '12345678901234567890x', '"1'])(
    'refuses what JSON.parse refuses: %s',
    (text) => {
      expect(() => JSON.parse(text)).toThrow(SyntaxError)
      expect(() => parseExactly(text)).toThrow(SyntaxError)
    },
  )

  it('equals JSON.parse and JSON.stringify for everything else', () => {
    const digits = fc.stringMatching(/^[0-9":{}\\,. -]{0,40}$/)
    fc.assert(
      fc.property(fc.jsonValue(), digits, (value, text) => {
        const json = JSON.stringify({ value, text, [text]: text })
        expect(parseExactly(json)).toEqual(JSON.parse(json))
        expect(again(json)).toBe(JSON.stringify(JSON.parse(json)))
      }),
      { seed: 20, numRuns: 500 },
    )
  })

  it('keeps every integer wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })), (numbers) => {
        const text = `{"numbers":[${numbers.join(',')}],"text":"${numbers.join(' ')}"}`
        expect(again(text)).toBe(text)
      }),
      { seed: 20, numRuns: 300 },
    )
  })
})
