import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('brings no other package along', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const { dependencies = {}, peerDependencies = {}, optionalDependencies = {} } = manifest
  expect({ ...dependencies, ...peerDependencies, ...optionalDependencies }).toEqual({})
})
