import { type Emulator, startEmulator } from '@labelport/emulator'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { linesFormat } from './lines-format.ts'

let running: Emulator

beforeEach(async () => {
  running = await startEmulator({ formats: [linesFormat] })
})
afterEach(async () => {
  await running.close()
  const text = printed.flatMap(({ mock }) => mock.calls.map(([chunk]) => String(chunk))).join('')
  const tokens = running.requests().flatMap(({ headers }) => headers.authorization ?? [])
  for (const secret of [running.credentials.clientSecret, 'X-Amz-Signature=', ...tokens]) {
    expect(text).not.toContain(secret)
  }
})

/** Whatever a test makes the emulator print holds no secret. */
const printed = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]

/** The emulator of the test that runs. */
export const emulator = (): Emulator => running

/** A fresh access token. */
export async function token(): Promise<string> {
  const { clientId, clientSecret } = running.credentials
  const response = await fetch(`${running.url}/api/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  })
  const { access_token } = await response.json()
  return access_token
}

/** Sends a GraphQL request with a fresh token. */
export async function ask(query: string, variables: object = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' }
  return fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
}

export const startProject = `query Start($input: ExportTextProjectInput!) {
  exportTextProject(input: $input) { exportId fileUrl fileUrlExpiredAt queued }
}`
export const status = `query Status($id: ID!) { getExportDeliveryStatus(exportId: $id) { deliveryStatus errors { id args } } }`

export const input = {
  projectIds: ['N2E4MjNlYTc'],
  fileName: 'x',
  format: 'SOME_LINES',
  method: 'FILE_STORAGE',
}

/** Asks for an export and waits until its file is there. */
export async function exported(
  changes: object = {},
): Promise<{ readonly exportId: string; readonly fileUrl: string }> {
  const answer = await (await ask(startProject, { input: { ...input, ...changes } })).json()
  const { exportId, fileUrl } = answer.data.exportTextProject
  await ask(status, { id: exportId })
  return { exportId, fileUrl }
}
