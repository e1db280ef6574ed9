import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkZip } from '../src/check-zip.ts'
import { openSession } from '../src/session.ts'
import { herbarium } from './herbarium.ts'
import { temporaryFolder } from './io.ts'
import { zipOf } from './zip.ts'

const quiet = { write: () => {}, isTerminal: false }
const { signal } = new AbortController()
const surroundings = { stdout: quiet, stderr: quiet, env: {}, cwd: '.', version: '1.2.3', signal }

async function checked(bytes: Uint8Array): Promise<number> {
  const path = join(await temporaryFolder(), 'export.zip')
  await writeFile(path, bytes)
  return checkZip(path, 'export.zip', openSession(surroundings, { json: false }))
}

it('reads every file of a sound zip', async () => {
  expect(await checked(await zipOf(herbarium))).toBe(6)
})

it('trap 56: does not accept a zip with one damaged bit or a lost end', async () => {
  const bytes = await zipOf(herbarium)
  const damaged = Buffer.from(bytes)
  // In the middle of the first file, past its header and name.
  damaged.writeUInt8(damaged.readUInt8(120) ^ 1, 120)
  await expect(checked(damaged)).rejects.toThrow()
  await expect(checked(bytes.subarray(0, bytes.length - 30))).rejects.toThrow()
})
