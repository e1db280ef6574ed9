import { documentArbitrary, gallery } from '@labelport/format-testing'
import { featureNames } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optionSpecs } from '../src/options.ts'
import { jsonRows, parquetRows, written } from './written.ts'

const tasks = optionSpecs[0].choices.filter((task) => task !== 'auto')

/** Asking for the ledger throws when the fate of a statement was not told, or was told twice. */
async function check(documents: Parameters<typeof written>[0], task: string): Promise<void> {
  const both = task !== 'image-folder'
  const { files } = await written(documents, { task, files: both ? 'both' : 'parquet' })
  if (both) expect(await parquetRows(files)).toEqual(jsonRows(files))
}

describe.for(tasks)('rows of the task %s', (task) => {
  it('account for every statement of any document, and are equal in both kinds of files', async () => {
    await fc.assert(
      fc.asyncProperty(documentArbitrary(featureNames), (document) => check([document], task)),
      { numRuns: 40, seed: 7 },
    )
  })

  it('account for every statement of the gallery', async () => {
    for (const feature of featureNames) await check([gallery[feature]], task)
  })
})
