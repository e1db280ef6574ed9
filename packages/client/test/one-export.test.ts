import { memoryTarget } from '@labelport/client'
import { expect, it } from 'vitest'
import { projectId, world } from './world.ts'

it('asks about the very exports it downloads, also when two run side by side (trap 77)', async () => {
  const statuses = ['QUEUED', 'IN_PROGRESS', 'DELIVERED']
  const { client, seen } = await world([
    { fault: 'statuses', statuses },
    { fault: 'statuses', statuses },
  ])
  const results = await Promise.all(
    ['first', 'second'].map((fileName) =>
      client.exportProject({ projectId, fileName, format: 'LINES' }, { target: memoryTarget() }),
    ),
  )
  const ids = results.map(({ exportId }) => exportId)
  expect(new Set(ids).size).toBe(2)
  const asked = seen('status').map(({ body }) => JSON.parse(String(body)).variables.exportId)
  expect([...new Set(asked)].sort()).toEqual([...ids].sort())
  for (const id of ids) expect(asked.filter((one) => one === id).length).toBeGreaterThan(0)
})
