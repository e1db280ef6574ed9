import { describe, expect, it } from 'vitest'
import { coverage, trapsIn } from './traps/covered.ts'
import { trapsPage } from './traps/page.ts'
import { traps } from './traps/titles.ts'
import { exists } from './workspace.ts'

const page = 'docs/traps.md'
const numbers = Object.values(traps).flatMap((titles) => Object.keys(titles).map(Number))

describe('docs/traps.md', () => {
  it('is what the names of the tests say; node scripts/traps-doc.mjs makes it anew', async () => {
    const updating = expect.getState().snapshotState.snapshotUpdateState === 'all'
    expect(updating || exists(page)).toBe(true)
    await expect(trapsPage(coverage())).toMatchFileSnapshot(`../${page}`)
  })

  it('numbers the traps from 1 without a gap', () => {
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it('knows every trap that a test names', () => {
    expect([...coverage().keys()].filter((trap) => !numbers.includes(trap))).toEqual([])
  })

  it('shows the tests of a trap, and lists those without', () => {
    const text = trapsPage(new Map([[1, ['packages/model/test/offsets.test.ts']]]))
    expect(text).toContain('| [model offsets](../packages/model/test/offsets.test.ts) |')
    expect(text).toContain(`No test names these ${numbers.length - 1}:\n\n- trap 2. `)
  })
})

describe('a name', () => {
  it.each([
    ['counts (trap 7)', [7]],
    ['traps 1, 2 and 11: all of them', [1, 2, 11]],
    ['traps 18 to 21, and 23 and trap 40', [18, 19, 20, 21, 23, 40]],
    ['no number of trapeze 9', []],
  ])('%j names %j', (name, expected) => {
    expect(trapsIn(name)).toEqual(expected)
  })
})
