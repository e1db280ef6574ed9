import { memoryTarget } from '@labelport/client'
import type { RecordedRequest } from '@labelport/emulator'
import { describe, expect, it } from 'vitest'
import { world } from './world.ts'

/** The bytes that an undisturbed export gives. */
async function undisturbed(): Promise<Uint8Array> {
  const { run, target } = await world()
  await run()
  return target.bytes()
}

const ranges = (requests: readonly RecordedRequest[]) =>
  requests.map(({ headers }) => headers.range)

describe('a download', () => {
  it('D1: takes the whole file when the storage gives no parts', async () => {
    const { run, target, seen } = await world([{ fault: 'range-ignored', always: true }])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
    expect(seen('download')).toHaveLength(0)
  })

  it('D1: doubles no byte when parts are ignored in the middle', async () => {
    const { run, target, seen } = await world([
      { fault: 'cut-download', bytes: 100 },
      { fault: 'range-ignored', stage: 'download', from: 2 },
    ])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
    expect(ranges(seen('download'))).toEqual(['bytes=0-', 'bytes=100-'])
  })

  it('D1: gives up on a storage without parts that always cuts at the same place', async () => {
    const { fails, seen } = await world([
      { fault: 'range-ignored', stage: 'download', always: true },
      { fault: 'cut-download', bytes: 100, always: true },
    ])
    expect(await fails()).toMatchObject({ code: 'client/download-interrupted', retryable: true })
    expect(seen('download')).toHaveLength(6)
  })

  it.each(['cut-download', 'reset-download'] as const)(
    'D2: goes on where it broke off (%s)',
    async (fault) => {
      const { run, target, seen } = await world([{ fault, bytes: 100 }])
      await run()
      expect(target.bytes()).toEqual(await undisturbed())
      const [first, second] = seen('download')
      expect(first?.headers.range).toBe('bytes=0-')
      expect(second?.headers.range).toMatch(/^bytes=\d+-$/)
      expect(second?.headers['if-match']).toMatch(/^"[0-9a-f]{32}"$/)
    },
  )

  it('D2: lasts through many cuts as long as bytes arrive', async () => {
    const { run, target, seen } = await world([{ fault: 'cut-download', bytes: 100, times: 12 }])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
    expect(seen('download')).toHaveLength(13)
  })

  it('D2: is given up after five tries without a byte, and can go on later', async () => {
    const { fails, states, client, emulator, seen } = await world([
      { fault: 'cut-download', bytes: 100 },
      { fault: 'cut-download', bytes: 0, from: 2, times: 5 },
    ])
    const target = memoryTarget()
    expect(await fails({ target })).toMatchObject({
      code: 'client/download-interrupted',
      retryable: true,
    })
    const state = states.at(-1)
    expect(state?.type).toBe('delivered')
    if (state === undefined) return
    emulator.scenario([])
    await client.resume(state, { target })
    expect(target.bytes()).toEqual(await undisturbed())
    expect(seen('download').at(-1)?.headers.range).toBe('bytes=100-')
  })

  it('D3: goes on when nothing comes for a minute', async () => {
    const { run, clock, target, events, seen } = await world([{ fault: 'stall', bytes: 100 }])
    let turned = false
    await run({
      onEvent(event) {
        events.push(event)
        if (event.type !== 'progress' || turned) return
        turned = true
        // First the next read has to begin.
        setImmediate(() => clock.advance(60_000))
      },
    })
    expect(target.bytes()).toEqual(await undisturbed())
    expect(events.some((event) => event.type === 'retry' && event.reason.includes('60 s'))).toBe(
      true,
    )
    expect(ranges(seen('download'))).toEqual(['bytes=0-', 'bytes=100-'])
  })

  it('D4: ends at the last byte although more are announced and the connection stays open', async () => {
    const { run, target, seen } = await world([{ fault: 'length-too-large' }])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
    expect(seen('download')).toHaveLength(1)
  })

  it('D5: is no zip when the storage takes it for shorter than it is', async () => {
    const { fails, seen } = await world([{ fault: 'length-too-small', always: true }])
    expect(await fails()).toMatchObject({
      code: 'client/not-the-file',
      message: expect.stringContaining('a zip without its end'),
    })
    expect(seen('download')).toHaveLength(3)
  })

  it('D5: is no zip either when the storage takes it for shorter and it broke off in between', async () => {
    const { fails } = await world([
      { fault: 'length-too-small', always: true },
      { fault: 'cut-download' },
      { fault: 'cut-download', from: 3 },
      { fault: 'cut-download', from: 5 },
    ])
    expect(await fails()).toMatchObject({
      code: 'client/not-the-file',
      message: expect.stringContaining('a zip without its end'),
    })
  })

  it('D5: is no zip either when another process has downloaded most of it', async () => {
    const { fails, states, client, emulator, seen } = await world([
      { fault: 'length-too-small', always: true },
      { fault: 'cut-download' },
      { fault: 'cut-download', bytes: 0, from: 2, times: 5 },
    ])
    const part = memoryTarget()
    expect(await fails({ target: part })).toMatchObject({ code: 'client/download-interrupted' })
    const state = states.at(-1)
    if (state === undefined) return
    emulator.scenario([{ fault: 'length-too-small', always: true }])
    const before = seen('download').length
    await expect(client.resume(state, { target: part })).rejects.toMatchObject({
      code: 'client/not-the-file',
    })
    const [first, second] = ranges(seen('download').slice(before))
    expect([first === 'bytes=0-', second]).toEqual([false, 'bytes=0-'])
  })

  it('D6: goes on when the end of the connection is not the end of the file', async () => {
    const { run, target, seen } = await world([{ fault: 'length-missing', bytes: 100 }])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
    expect(ranges(seen('download'))).toEqual(['bytes=0-', 'bytes=100-'])
  })

  it('D7: goes on when the last chunk is missing', async () => {
    const { run, target } = await world([{ fault: 'chunk-missing', bytes: 100 }])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
  })

  it('D8: starts over when a part starts elsewhere', async () => {
    const { run, target, events } = await world([
      { fault: 'cut-download', bytes: 100 },
      { fault: 'other-range', from: 2 },
    ])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
    expect(events.filter(({ type }) => type === 'restart')).toHaveLength(1)
  })

  it('D8: looks again when the tag is another', async () => {
    const { run, target, seen } = await world([{ fault: 'other-etag' }])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
    expect(seen('probe')).toHaveLength(2)
  })

  it('D9: takes the new file when it is replaced in the middle', async () => {
    const { run, target, seen } = await world([
      { fault: 'cut-download', bytes: 100 },
      { fault: 'file-replaced', from: 2 },
    ])
    await run()
    const bytes = target.bytes()
    expect(bytes.length).toBe((await undisturbed()).length + 'replaced 0'.length)
    expect(new TextDecoder().decode(bytes.subarray(-10))).toBe('replaced 0')
    expect(seen('probe')).toHaveLength(2)
  })

  it('D9: is given up when the file is replaced again and again', async () => {
    const { fails } = await world([{ fault: 'file-replaced', always: true }])
    expect(await fails()).toMatchObject({ code: 'client/file-changing', retryable: true })
  })

  it('D10: an empty document is a file of no bytes', async () => {
    const { client, target } = await world([{ fault: 'file-empty' }])
    const input = { documentId: 'garden-root-0', fileName: 'x', format: 'LINES' }
    const result = await client.exportDocument(input, { target })
    expect(result.bytes).toBe(0)
    expect(target.bytes()).toHaveLength(0)
  })

  it('D10: an empty project is no zip', async () => {
    const { fails } = await world([{ fault: 'file-empty' }])
    expect(await fails()).toMatchObject({ code: 'client/not-the-file' })
  })

  it('D11: has the bytes of the real file when they travel compressed', async () => {
    const { run, target } = await world([{ fault: 'compressed', always: true }])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
  })

  it('D11: starts over when a compressed answer breaks off', async () => {
    const { run, target } = await world([
      { fault: 'compressed', always: true },
      { fault: 'cut-download', bytes: 200 },
    ])
    await run()
    expect(target.bytes()).toEqual(await undisturbed())
  })
})
