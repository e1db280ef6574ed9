import { describe, expect, it } from 'vitest'
import { fixtures } from './fixtures.ts'
import { type Outcome, outcomeOf, shortest, togetherOf, told } from './segments.ts'

async function same(content: Uint8Array | string, chunk?: number, piece = 1): Promise<Outcome> {
  const whole = await outcomeOf(content)
  const cut = await outcomeOf(content, { ...shortest, piece }, chunk)
  expect(told(cut)).toEqual(told(whole))
  if (whole.failure !== undefined) return cut
  const [document] = whole.segments
  const [together] = await togetherOf(cut.segments)
  expect({ ...together, extra: undefined }).toEqual({ ...document, extra: undefined })
  return cut
}

describe('a long file in segments', () => {
  it.each(Object.entries(fixtures))('is read as it is when whole: %s', async (_, bytes) => {
    await same(bytes)
    await same(bytes, 7, 300)
  })
})
