import { type Edit, edited, edits } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutDocument } from './cut-document.ts'
import { fixtures } from './fixtures.ts'
import { randomFile } from './random-file.ts'
import { outcomeOf, shortest } from './segments.ts'
import { togetherWith, writing } from './writing.ts'

/** Writes segments, and what they are together, and expects the same bytes and the same account. */
async function same(segments: readonly LabeledDocument[]): Promise<number> {
  const cut = await writing(segments)
  const whole = await writing(await togetherWith(segments))
  expect(cut.text).toBe(whole.text)
  expect(cut.ledger).toEqual(whole.ledger)
  return cut.early
}

/** Edits one segment of several; what is new has an id of its own in the whole document. */
function editedApart(
  segment: LabeledDocument,
  index: number,
  list: readonly Edit[] = [],
): LabeledDocument {
  const changed = edited(segment, list)
  const annotations = changed.annotations.map((one) =>
    one.id.startsWith('new-') ? { ...one, id: `${one.id}-${index}` } : one,
  )
  return { ...changed, annotations }
}

const files = Object.entries(fixtures).filter(([path]) => !path.includes('/damaged/'))

describe('a document in segments is written as in one piece', () => {
  it.each(files)('%s, wherever it is cut', async (_, bytes) => {
    const { segments } = await outcomeOf(bytes, shortest)
    await same(segments)
    const {
      segments: [document],
    } = await outcomeOf(bytes)
    if (document === undefined) return
    for (let at = 1; at < document.cells.length; at += 1) await same(cutDocument(document, [at]))
    await same(cutDocument(document, [...document.cells.keys()]))
  })

  it('read from random files', async () => {
    let early = 0
    await fc.assert(
      fc.asyncProperty(
        fc.boolean().chain(randomFile),
        fc.integer({ min: 1, max: 400 }),
        async (text, piece) => {
          const { segments } = await outcomeOf(text, { ...shortest, piece })
          if (segments.length > 1) early += await same(segments)
        },
      ),
      { numRuns: 200, seed: 7 },
    )
    expect(early).toBeGreaterThan(100)
  })

  it('read from random files and edited segment by segment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean().chain(randomFile),
        fc.array(edits, { minLength: 1, maxLength: 4 }),
        async (text, lists) => {
          const { segments } = await outcomeOf(text, shortest)
          await same(
            segments.map((one, index) => editedApart(one, index, lists[index % lists.length])),
          )
        },
      ),
      { numRuns: 200, seed: 8 },
    )
  })
})
