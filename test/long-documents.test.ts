import { formats, targets } from '@labelport/catalog'
import type { Format } from '@labelport/format'
import { memorySource } from '@labelport/format'
import { mergeSegments, readAll, writeAll } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { read } from '../packages/formats/json-advanced/src/read.ts'

const words = ['Ånna', 'took', '😀', 'seeds', 'to', 'café']

/** A file of 200 sentences with a label on two of three, some of which reach over to the next sentence. */
const file = JSON.stringify({
  sentences: Array.from({ length: 200 }, (_, id) => ({
    id,
    content: words.join(' '),
    tokens: words,
    labels: [],
    metadata: [],
  })),
  labelSets: [{ index: 0, labelItems: [{ id: 'i', labelName: 'Thing', parentId: null }] }],
  labels: Array.from({ length: 200 }, (_, id) => id)
    .filter((id) => id % 3 > 0)
    .map((id) => ({
      id: String(id),
      documentId: 'd',
      startCellIndex: 0,
      startCellLine: id,
      startTokenIndex: 1,
      startCharIndex: 0,
      endCellIndex: 0,
      endCellLine: id % 10 === 4 ? id + 1 : id,
      endTokenIndex: id % 10 === 4 ? 0 : 2,
      endCharIndex: 1,
      layer: 0,
      counter: 0,
      labeledBy: 'LABELER',
      type: 'SPAN',
      labelSetItemId: 'i',
      status: 'LABELED',
      hashCode: `${id}`,
    })),
  comments: [],
})

async function documentsOf(bounds?: Parameters<typeof read>[2]): Promise<LabeledDocument[]> {
  const source = memorySource('note.txt.json', new TextEncoder().encode(file))
  const documents: LabeledDocument[] = []
  for await (const document of read(source, { report: () => {} }, bounds)) documents.push(document)
  return documents
}

describe('a document in segments', () => {
  const writers: readonly Format[] = [...formats, ...targets].filter(({ writer }) => writer)

  it.each(writers)('becomes the files it becomes when whole: $id', async (format) => {
    const whole = await documentsOf()
    const segments = await documentsOf({ whole: 0, piece: 1000, rows: 30, segment: 1e6 })
    expect(segments.length).toBeGreaterThan(5)
    const one = await writeAll(format, whole)
    const other = await writeAll(format, segments)
    const sums = ({ entries: _, ...ledger }: typeof one.ledger) => ledger
    expect(sums(other.ledger)).toEqual(sums(one.ledger))
    if (format.id !== 'native') expect(textsOf(other.files)).toEqual(textsOf(one.files))
    else expect(await readBack(format, other.files)).toEqual(await readBack(format, one.files))
  })
})

function textsOf(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries(
    [...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  )
}

/** Native files keep segments as they are. */
async function readBack(format: Format, files: ReadonlyMap<string, Uint8Array>) {
  const [[path = '', bytes = new Uint8Array(0)] = []] = files
  const { documents } = await readAll(format, memorySource(path, bytes))
  return mergeSegments(documents)
}
