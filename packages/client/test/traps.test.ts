import { ClientError, type ClientErrorCode } from '@labelport/client'
import { type TrapCode, trapCodes, traps } from '@labelport/emulator'
import { describe, expect, it } from 'vitest'
import { projectId, world } from './world.ts'

/** What an export of a project comes to when a trap is sprung as it stands in the table. Absent: it succeeds. */
const ends: Partial<Record<TrapCode, ClientErrorCode>> = {
  A3: 'client/credentials-refused',
  A7: 'client/unauthorized',
  G1: 'client/graphql-error',
  G2: 'client/graphql-error',
  G4: 'client/method-unknown',
  G7: 'client/graphql-error',
  Q3: 'client/export-lost',
  Q4: 'client/export-failed',
  Q6: 'client/export-failed',
  Q7: 'client/no-file-url',
  U2: 'client/file-missing',
  D5: 'client/not-the-file',
  D10: 'client/not-the-file',
}

// The two that need time to pass while nothing else happens are sprung in tests of their own.
const silent = new Set<TrapCode>(['D3', 'D12'])
const sprung = trapCodes.filter((code) => !silent.has(code) && traps[code].faults.length > 0)

describe('a trap by its code', () => {
  it.each(sprung)('%s: is set by the control endpoint and ends as it should', async (trap) => {
    const { emulator, run, target, seen } = await world()
    const response = await fetch(`${emulator.url}/__emulator/scenario`, {
      method: 'POST',
      body: JSON.stringify([{ trap, project: /^A[34]$|A5/.test(trap) ? undefined : projectId }]),
    })
    expect(response.status).toBe(200)
    const ended = await run().then(
      () => undefined,
      (error: unknown) => (ClientError.is(error) ? error.code : error),
    )
    expect(ended).toBe(ends[trap])
    if (ended === undefined) {
      expect(new TextDecoder().decode(target.bytes().subarray(0, 2))).toBe('PK')
    }
    expect(seen('request').length).toBeLessThanOrEqual(3)
  })

  it('does not strike other projects', async () => {
    const { emulator, run } = await world()
    await fetch(`${emulator.url}/__emulator/scenario`, {
      method: 'POST',
      body: JSON.stringify([{ trap: 'Q4', project: 'another' }]),
    })
    await expect(run()).resolves.toMatchObject({ bytes: expect.any(Number) })
  })
})
