import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import { type Emulator, type Fault, sampleTeam, startEmulator } from '@labelport/emulator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'

let server: Emulator

beforeAll(async () => {
  server = await startEmulator({ formats })
})
afterAll(() => server.close())

const lost: Fault = { fault: 'reset-after', stage: 'request', project: 'N2E4MjNlYTc' }

async function run(words: readonly string[]) {
  server.scenario([lost])
  const env = {
    LABELPORT_BASE_URL: server.url,
    LABELPORT_CLIENT_ID: server.credentials.clientId,
    LABELPORT_CLIENT_SECRET: server.credentials.clientSecret,
  }
  return labelport([...words, '--format', 'PLAIN'], { env })
}

it('export leaves a lost answer to the person, and asks once more with --ask-again', async () => {
  const words = ['export', '--project', 'N2E4MjNlYTc', '--out']
  const folder = await temporaryFolder()
  const left = await run([...words, join(folder, 'a.zip')])
  expect([left.code, left.stderr]).toEqual([1, expect.stringContaining('client/outcome-unknown')])
  const asked = await run([...words, join(folder, 'b.zip'), '--ask-again'])
  expect([asked.code, asked.stderr]).toEqual([0, expect.stringContaining('Asking once more: ')])
})

it('sync does the same for every project', async () => {
  const words = ['sync', '--team', sampleTeam.id, '--out']
  expect((await run([...words, await temporaryFolder()])).stdout).toContain(
    '1 brought, 0 unchanged, 1 failed.',
  )
  expect((await run([...words, await temporaryFolder(), '--ask-again'])).stdout).toContain(
    '2 brought, 0 unchanged, 0 failed.',
  )
})
