import { describe, expect, it } from 'vitest'
import { contentCheck } from '../src/content-check.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** A zip without entries, with as much before its end record as asked for, and a comment. */
function zip(before: number, comment = ''): Uint8Array {
  const whole = new Uint8Array(before + 22 + comment.length)
  whole.set(bytes('PK\u0003\u0004'))
  const view = new DataView(whole.buffer)
  view.setUint32(before, 0x06054b50, true)
  view.setUint32(before + 12, before - 4, true)
  view.setUint32(before + 16, 4, true)
  view.setUint16(before + 20, comment.length, true)
  whole.set(bytes(comment), before + 22)
  return whole
}

/** What is wrong with a file that comes in pieces of this size. */
function checked(
  content: 'zip' | 'bare',
  file: Uint8Array,
  piece = file.length,
): string | undefined {
  const check = contentCheck(content)
  check.start(0)
  for (let at = 0; at < file.length; at += piece) {
    const wrong = check.add(file.subarray(at, at + piece))
    if (wrong !== undefined) return wrong
  }
  return check.end(file.length)
}

describe('the check of what is inside', () => {
  it.each([1, 3, 1_000, 70_000])('takes a whole zip in pieces of %i bytes', (piece) => {
    expect(checked('zip', zip(100_000), piece)).toBeUndefined()
    expect(checked('zip', zip(200, 'a comment'), piece)).toBeUndefined()
  })

  it.each([1, 3, 1_000, 70_000])('sees that a zip was cut, in pieces of %i bytes', (piece) => {
    const whole = zip(100_000, 'a comment')
    for (const left of [99_000, whole.length - 10, whole.length - 1]) {
      expect(checked('zip', whole.subarray(0, left), piece)).toBe('a zip without its end')
    }
  })

  it('sees bytes that are missing before the end record', () => {
    const whole = zip(5_000)
    const holed = new Uint8Array([...whole.subarray(0, 1_000), ...whole.subarray(2_000)])
    expect(checked('zip', holed)).toBe('a zip without its end')
  })

  it.each([1, 3, 1_000])('names an error document in pieces of %i bytes', (piece) => {
    const file = bytes('<?xml version="1.0"?>\n<Error><Code>NoSuchKey</Code></Error>')
    expect(checked('bare', file, piece)).toContain('NoSuchKey')
    expect(checked('zip', file, piece)).toBeDefined()
  })

  it('names what is no zip', () => {
    expect(checked('zip', bytes('<!doctype html><title>Sign in'))).toContain('<!doctype ht')
    expect(checked('zip', bytes(''))).toContain('no zip')
    expect(checked('zip', bytes('PK'))).toContain('no zip')
  })

  it('leaves bare files alone, XML included', () => {
    expect(checked('bare', bytes('[]'))).toBeUndefined()
    expect(checked('bare', bytes(''))).toBeUndefined()
    expect(checked('bare', bytes('<?xml version="1.0"?><document/>'))).toBeUndefined()
  })

  it('relies on the length when it saw only the end', () => {
    const check = contentCheck('zip')
    check.start(100_000)
    check.add(new Uint8Array(5))
    expect(check.end(100_005)).toBeUndefined()
  })
})
