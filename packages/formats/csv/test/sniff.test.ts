import { expect, it } from 'vitest'
import { csv } from '../src/index.ts'

it('files are likely when every record is as long as the header', () => {
  const sniff = (text: string, path = 'a.csv', complete = true) =>
    csv.reader?.sniff({ path, text, complete })
  expect(sniff('Review,Stars\r\n"Good, but long",007\r\n')).toBe('likely')
  expect(sniff('a,b\r\n1,2\r\n3,"4', 'a.csv', false)).toBe('likely')
  expect(sniff('a,b\r\n1\r\n')).toBe('possible')
  expect(sniff('a,b\r\n1,2\r\n', 'a.txt')).toBe('no')
})
