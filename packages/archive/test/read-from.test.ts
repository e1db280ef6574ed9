import type { Format } from '@labelport/format'
import { type LabeledDocument, unknownOrigin } from '@labelport/model'
import { expect, it } from 'vitest'
import { type ReadFrom, readExport } from '../src/index.ts'
import { all, folder, opened } from './support/collect.ts'
import { readFolder, red } from './support/read-folder.ts'

/** A format whose files hold two documents of one label each, and that tells where the labels stand. */
const pairs: Format = {
  ...red,
  id: 'pairs',
  reader: {
    yields: 'many',
    names: 'inside',
    sniff: () => 'certain',
    async *read(source, { locate }) {
      for (const line of [1, 2]) {
        locate?.('annotation', 'one', { line })
        yield documentOf(`${source.path} ${line}`)
      }
    },
  },
}

function documentOf(name: string): LabeledDocument {
  const target = { cell: 0, start: 0, end: 1 }
  const span = { type: 'span', id: 'one', labelSet: '', label: 'x', target } as const
  return {
    id: name,
    name,
    tasks: ['token'],
    cells: [{ row: 0, column: 0, text: 'a' }],
    media: [],
    annotations: [{ ...span, origin: unknownOrigin }],
    comments: [],
    schema: { labelSets: [], questions: [] },
  }
}

it('tells who asks which file and document it was, and where labels of equal ids stand', async () => {
  const { set } = await opened(folder('x', { 'REVIEW/a': '?', 'REVIEW/b': '?' }))
  const seen: unknown[] = []
  const onDocument = (document: LabeledDocument, from: ReadFrom): LabeledDocument => {
    const { file, format, index } = from
    seen.push([file.path, format.id, index, from.placeOf('annotation', 'one')])
    expect(from.placeOf('annotation', 'one')).toBeUndefined()
    return { ...document, part: index }
  }
  const documents = await all(readExport(set, { formats: [pairs], report: () => {}, onDocument }))
  expect(seen).toEqual([
    ['REVIEW/a', 'pairs', 0, { line: 1 }],
    ['REVIEW/a', 'pairs', 1, { line: 2 }],
    ['REVIEW/b', 'pairs', 0, { line: 1 }],
    ['REVIEW/b', 'pairs', 1, { line: 2 }],
  ])
  expect(documents.map(({ part }) => part)).toEqual([0, 1, 0, 1])
})

it('asks no format for places when nobody asks', async () => {
  let asked: unknown = 'not read'
  const curious: Format = {
    ...red,
    reader: {
      ...(red.reader ?? { yields: 'one', names: 'same', sniff: () => 'certain' }),
      async *read(source, context) {
        asked = context.locate
        yield documentOf(source.path)
      },
    },
  }
  await readFolder({ 'REVIEW/a': 'red' }, { formats: [curious] })
  expect(asked).toBeUndefined()
})
