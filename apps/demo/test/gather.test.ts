import { emptySchema, type LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { gather } from '../src/worker/gather.ts'
import type { Shelved } from '../src/worker/library.ts'
import { openReader, type Reader } from '../src/worker/reader.ts'

const named = (name: string): LabeledDocument => ({
  ...{ id: 'note', name, tasks: [], cells: [], media: [] },
  ...{ annotations: [], comments: [], schema: emptySchema },
})

/** A reader that keeps some documents, of which it brings at most so many at once. */
const readerOf = (names: readonly string[], most = Number.POSITIVE_INFINITY): Reader => ({
  ...openReader(),
  documents: async (positions) => positions.slice(0, most).map((at) => named(names[at] ?? '')),
})

const places = (reader: Reader, names: readonly string[]): readonly Shelved[] =>
  names.map((name, at) => ({
    ...{ index: at, room: 0, shelf: 0, reader, at },
    ...{ id: `${name}-id`, characters: 1, name },
  }))

async function namesIn(shelved: readonly Shelved[]): Promise<readonly string[]> {
  const names: string[] = []
  for await (const { name, id } of gather(shelved)) names.push(`${name} ${id}`)
  return names
}

describe('documents that are gathered', () => {
  it('come in the order of the places, whoever keeps them, with the ids of the library', async () => {
    const rose = places(readerOf(['rose', 'lily']), ['rose', 'lily'])
    const fern = places(readerOf(['fern']), ['fern'])
    const shelved = [...rose.slice(1), ...fern, ...rose.slice(0, 1)]
    expect(await namesIn(shelved)).toEqual(['lily lily-id', 'fern fern-id', 'rose rose-id'])
  })

  it('never come short of one that its reader does not bring', async () => {
    const shelved = places(readerOf(['rose', 'lily'], 1), ['rose', 'lily'])
    await expect(namesIn(shelved)).rejects.toThrow('The reader of "lily" did not bring it.')
  })
})
