import { type EmulatedProject, sampleProjects, startEmulator } from '@labelport/emulator'
import type { LabeledDocument } from '@labelport/model'
import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { crc32 } from '../src/crc32.ts'
import { planExport } from '../src/export-plan.ts'
import { hugeZip } from '../src/stored-file.ts'
import { linesFormat } from './lines-format.ts'

it('serves documents that it never holds together', async () => {
  const [sample] = sampleProjects
  const [copy] = sample?.cabinets ?? []
  const [one] = copy?.documents ?? []
  if (sample === undefined || copy === undefined || one === undefined) throw new Error('no sample')
  async function* stream(): AsyncGenerator<LabeledDocument> {
    for (let index = 0; index < 5; index += 1) {
      yield { ...(one as LabeledDocument), id: `made-${index}`, name: `made ${index}.txt` }
    }
  }
  const project: EmulatedProject = { ...sample, cabinets: [{ ...copy, stream }] }
  const input = { projectIds: [project.id], format: 'SOME_LINES' }
  const plan = planExport('exportTextProject', input, {
    projects: [project],
    formats: [linesFormat],
  })
  for (let time = 0; time < 2; time += 1) {
    const names = Object.keys((await JSZip.loadAsync(await plan.make())).files)
    expect(names.filter((name) => name.includes('/made '))).toHaveLength(5)
    expect(names.filter((name) => name.includes('REVIEW/')).length).toBe(
      5 + copy.documents.length + 1,
    )
  }
})

it('D12: makes a file of any size while it is sent, the same in every part', () => {
  const file = hugeZip(1_000_000)
  const whole = Buffer.concat([...file.read(0, file.size)])
  expect(whole.length).toBe(1_000_000)
  for (const [start, end] of [
    [0, 10],
    [38, 500_000],
    [999_900, 1_000_000],
    [39, 40],
  ] as const) {
    expect(Buffer.concat([...file.read(start, end)]).equals(whole.subarray(start, end))).toBe(true)
  }
  expect(whole.readUInt32LE(whole.length - 22)).toBe(0x06054b50)
})

it('knows the checksum of zips', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})

it('lets pages of other origins read when told so', async () => {
  const emulator = await startEmulator({ formats: [], cors: true })
  const { headers, status } = await fetch(`${emulator.url}/graphql`, { method: 'OPTIONS' })
  await emulator.close()
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('access-control-allow-headers')).toContain('if-match')
})
