import { expect, it } from 'vitest'
import { fixture } from './fixtures.ts'
import { readFile, writeFile } from './round-trip.ts'

const big = '12345678901234567891'

it('keeps the digits of integers beyond 2^53, in ids and wherever nothing reads them', async () => {
  const text = new TextDecoder()
    .decode(fixture('arrows-and-comments.txt.json'))
    .replaceAll('"labeledByUserId":7', `"labeledByUserId":${big}`)
    .replaceAll('"userId":7', `"userId":${big}`)
    .replace('"labelerInfo":{"id":7', `"unknown":[-${big}],"labelerInfo":{"id":${big}`)
  expect(text.split(big).length).toBeGreaterThan(4)
  const { document } = await readFile(text)
  const users = document.annotations.map(({ origin }) => origin.user)
  expect(users).toContainEqual({ id: big, name: 'Ann Example', email: 'ann@example.org' })
  expect((await writeFile(document)).text).toBe(text)
  expect((await writeFile(structuredClone(document))).text).toBe(text)
})
