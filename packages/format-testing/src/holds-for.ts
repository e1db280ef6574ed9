import fc from 'fast-check'
import { BrokenPromise, breakIf, describeThrown } from './promise.ts'

/** The same cases on every run: a failure on one machine is a failure on all. */
const seed = 20_26

/** A check of random cases. */
export interface RandomCheck<T> {
  readonly cases: fc.Arbitrary<T>
  readonly runs: number
  /** Whether a failure is made as small as it can be; takes many more runs. */
  readonly shrink: boolean
  /** What is wrong with a case. */
  findings(one: T): Promise<readonly string[]>
  /** The case, for the person who has to mend it. */
  show(one: T): string
}

/** Throws BrokenPromise with the first random case that has findings. */
export async function holdsFor<T>(check: RandomCheck<T>): Promise<void> {
  const property = fc.asyncProperty(check.cases, async (one) => {
    breakIf(await check.findings(one))
  })
  const result = await fc.check(property, {
    seed,
    numRuns: check.runs,
    endOnFailure: !check.shrink,
  })
  if (!result.failed || result.counterexample === null) return
  const [one] = result.counterexample
  const { errorInstance } = result
  const found =
    errorInstance instanceof BrokenPromise
      ? errorInstance.message
      : describeThrown('Random case', errorInstance)
  throw new BrokenPromise(`${found}\n${check.show(one)}`)
}
