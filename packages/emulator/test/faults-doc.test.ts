import { readFileSync } from 'node:fs'
import { faultNames } from '@labelport/emulator'
import { expect, it } from 'vitest'

it('names every fault in its README', () => {
  const page = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(faultNames.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})
