import type { Format } from '@labelport/format'
import { describe, it } from 'vitest'
import { matchGolden } from './match-golden.ts'
import { goldenPathOf, goldenTextOf } from './promises/golden.ts'
import { promises } from './promises/index.ts'
import { type Fixtures, type KitOptions, subjectOf } from './subject.ts'

/** Hundreds of files are written and read in one test; only a hang takes this long. */
const patienceMs = 120_000

/**
 * Registers one test for every promise and one golden test for every fixture. Goldens lie in a folder
 * `golden` beside `fixtures`; a missing one fails until the tests run with `--update`.
 */
export function testFormat(format: Format, fixtures: Fixtures, options: KitOptions = {}): void {
  const subject = subjectOf(format, fixtures, options)
  describe(`the format ${format.id}`, () => {
    for (const promise of promises) it(promise.name, () => promise.check(subject), patienceMs)
    if (format.reader === undefined) return
    for (const fixture of subject.fixtures) {
      it(`reads ${fixture.path} into the documents of its golden file`, async () => {
        const text = await goldenTextOf(subject, fixture)
        if (text !== undefined) await matchGolden(goldenPathOf(fixture), text)
      })
    }
  })
}
