import { describe, expect, it } from 'vitest'
import { type Fixture, subjectOf } from '../src/index.ts'
import { matchGolden } from '../src/match-golden.ts'
import { goldenPathOf, goldenTextOf } from '../src/promises/golden.ts'
import { fixtures } from './fixtures.ts'
import { toy } from './toy/toy.ts'

const subject = subjectOf(toy(), fixtures)

function fixture(path: string): Fixture {
  const found = subject.fixtures.find((one) => one.path === path)
  if (found === undefined) throw new Error(`No fixture ${path}.`)
  return found
}

/** With `--update` a missing golden file is made, and one that differs is replaced. */
const updating = () => expect.getState().snapshotState.snapshotUpdateState === 'all'

describe('golden files', () => {
  it('lie beside the fixtures, one for each', () => {
    expect(goldenPathOf(fixture('two.toy'))).toBe('../golden/two.toy.json')
    expect(goldenPathOf(fixture('damaged/bad-line.toy'))).toBe(
      '../golden/damaged/bad-line.toy.json',
    )
  })

  it('show every reader fault, however small', async () => {
    const sound = await goldenTextOf(subject, fixture('two.toy'))
    const late = await goldenTextOf(
      subjectOf(toy('starts one character late'), fixtures),
      fixture('two.toy'),
    )
    expect(sound).toContain('"start":0,"end":3')
    expect(late).not.toBe(sound)
  })

  it('put segments together', async () => {
    const text = (await goldenTextOf(subject, fixture('two.toy'))) ?? ''
    expect(JSON.parse(text)).toMatchObject({
      documents: [{ id: 'd1' }, { id: 'd2', cells: [{ row: 0 }, { row: 1 }] }],
    })
    expect(text).not.toContain('segment')
  })

  it('list what was reported, without its wording', async () => {
    const text = (await goldenTextOf(subject, fixture('damaged/bad-line.toy'))) ?? ''
    expect(JSON.parse(text)).toMatchObject({
      reports: ['error toy/bad-line damaged/bad-line.toy:4'],
    })
  })

  it('are not asked of a damaged file of which nothing was read', async () => {
    expect(await goldenTextOf(subject, fixture('damaged/no-head.toy'))).toBeUndefined()
  })

  it('fail when they are missing', async ({ skip }) => {
    skip(updating())
    await expect(matchGolden('../golden/none.json', '{}')).rejects.toThrow('run with --update')
  })
})
