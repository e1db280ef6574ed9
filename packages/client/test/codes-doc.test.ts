import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

it('explains every error code in its README', () => {
  const codes = [...read('../src/error.ts').matchAll(/\| '(client\/[a-z-]+)'/g)].map(
    ([, code]) => code,
  )
  expect(codes.length).toBeGreaterThan(25)
  const page = read('../README.md')
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([])
})
