import { describe, expect, it } from 'vitest'
import { columnsOf, printable, printableJson } from '../src/printable.ts'
import { redact } from '../src/redact.ts'

describe('printable', () => {
  it('shows terminal escapes of a hostile name instead of obeying them', () => {
    expect(printable('a\x1b[2J\x07\x9bb.txt')).toBe('a\\x1b[2J\\x07\\x9bb.txt')
  })

  it('shows line ends, marks of direction and lone surrogates', () => {
    expect(printable('a\r\nb\u202ec\ud800d\u2028')).toBe('a\\r\\nb\\u202ec\\ud800d\\u2028')
  })

  it('leaves names of any language as they are', () => {
    const name = 'Grünkohl 🥬 قصيدة é 日本語.txt'
    expect(printable(name)).toBe(name)
  })

  it('escapes in JSON what terminals obey, and the JSON stays the same data', () => {
    const value = { name: 'a\x1b[2J\x9b\u202e' }
    const text = printableJson(value, 0)
    expect(text).toBe('{"name":"a\\u001b[2J\\u009b\\u202e"}')
    expect(JSON.parse(text)).toEqual(value)
  })

  it('counts the columns of a terminal, not code units', () => {
    expect(columnsOf('日本')).toBe(4)
    expect(columnsOf('e\u0301🌿')).toBe(3)
  })
})

describe('trap 80: redact', () => {
  it('cuts the signature of a link', () => {
    expect(redact('GET https://s3.example.org/a.zip?X-Amz-Signature=abc failed')).toBe(
      'GET https://s3.example.org/a.zip?… failed',
    )
  })

  it('hides passwords in addresses, bearer tokens and given secrets', () => {
    expect(redact('http://ann:pw@example.org/ Bearer ey.J-1 and s3cret', ['s3cret', ''])).toBe(
      'http://…@example.org/ Bearer … and …',
    )
  })
})
