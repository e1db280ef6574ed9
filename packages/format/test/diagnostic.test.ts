import { describe, expect, it, vi } from 'vitest'
import { describeDiagnostic, FormatError } from '../src/index.ts'

const diagnostic = { severity: 'error', code: 'x/why', message: 'Because.' } as const

describe('FormatError', () => {
  it('carries the diagnostic and the cause', () => {
    const cause = new TypeError('inner')
    const error = new FormatError(diagnostic, { cause })
    expect(error).toMatchObject({ name: 'FormatError', message: 'Because.', diagnostic, cause })
    expect(error).toBeInstanceOf(Error)
  })

  it('is recognised when it comes from another copy of the package', async () => {
    vi.resetModules()
    const copy = await import('../src/diagnostic.ts')
    const error = new copy.FormatError(diagnostic)
    expect(error).not.toBeInstanceOf(FormatError)
    expect(FormatError.is(error)).toBe(true)
    expect(copy.FormatError.is(new FormatError(diagnostic))).toBe(true)
  })

  it.each([[new Error('x')], [null], [undefined], ['FormatError'], [{ diagnostic }]])(
    'is not %s',
    (value) => {
      expect(FormatError.is(value)).toBe(false)
    },
  )
})

describe('a diagnostic', () => {
  it.each([
    [{}, 'x/why: Because.'],
    [{ place: { path: 'a.tsv' } }, 'x/why: a.tsv: Because.'],
    [{ place: { path: 'a.tsv', line: 2, column: 3 } }, 'x/why: a.tsv:2:3: Because.'],
    [{ place: { path: 'a.json', pointer: '/a/0' } }, 'x/why: a.json#/a/0: Because.'],
  ])('with %j reads as one line', (more, line) => {
    expect(describeDiagnostic({ ...diagnostic, ...more })).toBe(line)
  })
})
