import { describe, expect, it } from 'vitest'
import { watchForLeaks } from './leaks.ts'
import { world } from './world.ts'

// Every test of the client runs in a world, which looks after each test for secrets in all that was printed,
// thrown or told as an event. These tests show that it would find one.
describe('the watch for leaks (trap 80)', () => {
  it('finds a secret in an error, however deep, and in a text', async () => {
    const { emulator, run } = await world()
    await run()
    const { clientSecret } = emulator.credentials
    const planted = [
      () => watch.saw(new Error('outer', { cause: { deep: [{ secret: clientSecret }] } })),
      () => watch.saw(`printed ${clientSecret}`),
    ]
    const watch = watchForLeaks()
    for (const plant of planted) {
      expect(watch.leaksOf(emulator)).toEqual([])
      plant()
      expect(watch.leaksOf(emulator)).toEqual(['client secret'])
      watch.clear()
    }
  })

  it('finds tokens and signatures', async () => {
    const { emulator, run, seen } = await world()
    await run()
    const watch = watchForLeaks()
    watch.saw(seen('request')[0]?.headers)
    watch.saw({ link: seen('download')[0]?.target })
    expect(watch.leaksOf(emulator)).toEqual(['token', 'signed query'])
  })

  it('collects what a watched client rejects with', async () => {
    const { emulator } = await world()
    const watch = watchForLeaks()
    const { clientSecret } = emulator.credentials
    const careless = watch.errorsOf({ fail: () => Promise.reject(new Error(clientSecret)) })
    await expect(careless.fail()).rejects.toThrow()
    expect(watch.leaksOf(emulator)).toEqual(['client secret'])
  })
})
