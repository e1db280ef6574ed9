import type { Format } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { BrokenPromise } from './promise.ts'
import { goldenPathOf, goldenTextOf } from './promises/golden.ts'
import { promises } from './promises/index.ts'
import { type Fixtures, type KitOptions, subjectOf } from './subject.ts'

/**
 * Registers one test for every promise and one golden test for every fixture. Goldens lie in a folder
 * `golden` beside `fixtures`; a missing one fails until the tests run with `--update`.
 */
export function testFormat(format: Format, fixtures: Fixtures, options: KitOptions = {}): void {
  const subject = subjectOf(format, fixtures, options)
  describe(`the format ${format.id}`, () => {
    for (const promise of promises) it(promise.name, () => promise.check(subject))
    if (format.reader === undefined) return
    for (const fixture of subject.fixtures) {
      it(`reads ${fixture.path} into the documents of its golden file`, async () => {
        const text = await goldenTextOf(subject, fixture)
        if (text !== undefined) await matchGolden(goldenPathOf(fixture), text)
      })
    }
  })
}

/** Vitest makes a missing file on the first run; here that takes an explicit `--update`. */
async function matchGolden(path: string, text: string): Promise<void> {
  const { snapshotState, testPath = '' } = expect.getState()
  const { environment, snapshotUpdateState } = snapshotState
  const file = await environment.resolveRawPath(testPath, path)
  const exists = (await environment.readSnapshotFile(file)) !== null
  if (!exists && snapshotUpdateState !== 'all') {
    throw new BrokenPromise(`There is no "${path}". Look at what is read and run with --update.`)
  }
  await expect(text).toMatchFileSnapshot(path)
}
