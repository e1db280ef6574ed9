import { describe, expect, it } from 'vitest'
import { openSyncQueue } from '../src/index.ts'
import { readSettings, shownAddress } from '../src/settings.ts'

describe('the settings', () => {
  it('name a Redis on this machine unless they say otherwise', () => {
    expect(readSettings({})).toEqual({
      url: 'redis://127.0.0.1:6379',
      claimMs: 30_000,
      attempts: 3,
      retryMs: 30_000,
    })
    const set = {
      LABELPORT_REDIS_URL: 'rediss://garden.example.org:6380/2',
      LABELPORT_QUEUE_CLAIM_SECONDS: '5',
      LABELPORT_QUEUE_ATTEMPTS: '1',
      LABELPORT_QUEUE_RETRY_SECONDS: '0',
    }
    expect(readSettings(set)).toEqual({
      url: 'rediss://garden.example.org:6380/2',
      claimMs: 5_000,
      attempts: 1,
      retryMs: 0,
    })
  })

  it.each(['0', '-1', '1.5', 'soon', '100000'])('refuse %s seconds for a claim', (text) => {
    expect(() => readSettings({ LABELPORT_QUEUE_CLAIM_SECONDS: text })).toThrow(
      `LABELPORT_QUEUE_CLAIM_SECONDS is "${text}"; expected a whole number from 1 to 99999.`,
    )
  })

  it.each(['http://:thyme@garden.example.org', 'thyme', 'redis//:thyme@garden'])(
    'refuse the address %s without repeating it',
    (url) => {
      const refuse = () => readSettings({ LABELPORT_REDIS_URL: url })
      expect(refuse).toThrow('LABELPORT_REDIS_URL is no address of a Redis')
      expect(refuse).not.toThrow('thyme')
    },
  )
})

describe('an address in a message', () => {
  it.each([
    ['redis://gärtner:thyme@127.0.0.1:6379/3', 'redis://127.0.0.1:6379/3'],
    ['rediss://:th%40yme@garden.example.org', 'rediss://garden.example.org'],
    ['redis://127.0.0.1?password=thyme', 'redis://127.0.0.1'],
  ])('shows of %s only %s', (url, shown) => {
    expect(shownAddress(url)).toBe(shown)
  })
})

describe('a server that is not there', () => {
  it('is named without its password', async () => {
    // Nothing listens on port 1.
    const env = { LABELPORT_REDIS_URL: 'redis://gardener:thyme@127.0.0.1:1' }
    const clock = { now: () => 0, sleep: async () => {} }
    const error: unknown = await openSyncQueue({ name: 'beds', clock, env }).catch((one) => one)
    expect(error).toMatchObject({
      name: 'NoRedis',
      message: 'No Redis can be used at redis://127.0.0.1:1: ECONNREFUSED.',
    })
  })
})
