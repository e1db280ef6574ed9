import { readFileSync } from 'node:fs'
import { reviewSchema as schema, testFormat } from '@labelport/format-testing'
import { xlsx } from '../src/index.ts'

const urls: Record<string, string> = import.meta.glob('../fixtures/**/*.xlsx', {
  eager: true,
  query: '?url',
  import: 'default',
})

const fixtures = Object.fromEntries(
  Object.keys(urls).map((path) => [
    path,
    new Uint8Array(readFileSync(new URL(path, import.meta.url))),
  ]),
)

testFormat(xlsx, fixtures, {
  context: (path) => (path.startsWith('several-answers') ? { schema } : {}),
})
