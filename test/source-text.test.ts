import { expect, it } from 'vitest'
import { codeOnly, withoutComments } from './source-text.ts'

const text = "a // b\n'// c' /* d\n e */ `/* f */\n` \"it's // g\"\n"

it('takes comments out and leaves strings and lines as they are', () => {
  expect(withoutComments(text)).toBe("a \n'// c' \n `/* f */\n` \"it's // g\"\n")
})

it('takes the contents of strings out', () => {
  expect(codeOnly(text)).toBe('a \n\'\' \n `\n` ""\n')
})
