import { type DownloadTarget, memoryTarget } from '@labelport/client'
import { oddZipNames } from '@labelport/emulator'
import { describe, expect, it } from 'vitest'
import { projectId, world } from './world.ts'

const project = { projectId, fileName: 'garden', format: 'LINES' }

describe('an export with an odd file', () => {
  it.each(oddZipNames)('Z1: brings a zip with %s byte for byte and opens nothing', async (zip) => {
    const { client, emulator, states } = await world([{ fault: 'odd-zip', zip }])
    const target = memoryTarget()
    await client.exportProject(project, { target, onState: (state) => void states.push(state) })
    const waiting = states.find(({ type }) => type === 'waiting')
    const link = waiting?.type === 'waiting' ? (waiting.fileUrl ?? '') : ''
    emulator.scenario([])
    expect(target.bytes()).toEqual(new Uint8Array(await (await fetch(link)).arrayBuffer()))
  })

  it('D12: hands a large file on piece by piece, and goes on in the middle of it', async () => {
    const size = 100_000_000
    const { client } = await world([{ fault: 'file-huge', bytes: size }, { fault: 'cut-download' }])
    let have = 0
    let largest = 0
    const target: DownloadTarget = {
      begin: async () => 0,
      write: async (chunk) => {
        have += chunk.length
        largest = Math.max(largest, chunk.length)
      },
      restart: () => Promise.reject(new Error('nothing is wrong with it')),
      finish: async () => {},
      keep: async () => {},
    }
    const { bytes } = await client.exportProject(project, { target })
    expect([bytes, have]).toEqual([size, size])
    expect(largest).toBeLessThan(1_000_000)
  })
})
