import { expect } from 'vitest'
import { BrokenPromise } from './promise.ts'

/**
 * Compares a text with a golden file, relative to the test's own file. Vitest would make a missing file
 * on the first run; here that takes an explicit `--update`.
 */
export async function matchGolden(path: string, text: string): Promise<void> {
  const { snapshotState, testPath = '' } = expect.getState()
  const { environment, snapshotUpdateState } = snapshotState
  const file = await environment.resolveRawPath(testPath, path)
  const exists = (await environment.readSnapshotFile(file)) !== null
  if (!exists && snapshotUpdateState !== 'all') {
    throw new BrokenPromise(`There is no "${path}". Look at what is read and run with --update.`)
  }
  await expect(text).toMatchFileSnapshot(path)
}
