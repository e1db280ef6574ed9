import { formats, targets } from '@labelport/catalog'
import { type Format, memorySource, type ReadBounds } from '@labelport/format'
import { mergeSegments, readAll, writeAll } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { read as readSchema } from '../packages/formats/datasaur-schema/src/read.ts'
import { read as readSimplified } from '../packages/formats/json/src/read.ts'
import { read as readAdvanced } from '../packages/formats/json-advanced/src/read.ts'

const words = ['Ånna', 'took', '😀', 'seeds', 'to', 'café']

const rows = Array.from({ length: 200 }, (_, row) => row)

/** The rows that have a label, and where it ends: some reach over to the next row. */
const labeled = rows
  .filter((row) => row % 3 > 0)
  .map((row) => (row % 10 === 4 ? { row, last: row + 1, token: 0 } : { row, last: row, token: 2 }))

const advancedFile = JSON.stringify({
  sentences: rows.map((id) => ({
    id,
    content: words.join(' '),
    tokens: words,
    labels: [],
    metadata: [],
  })),
  labelSets: [{ index: 0, labelItems: [{ id: 'i', labelName: 'Thing', parentId: null }] }],
  labels: labeled.map(({ row, last, token }) => ({
    id: String(row),
    documentId: 'd',
    startCellIndex: 0,
    startCellLine: row,
    startTokenIndex: 1,
    startCharIndex: 0,
    endCellIndex: 0,
    endCellLine: last,
    endTokenIndex: token,
    endCharIndex: 1,
    layer: 0,
    counter: 0,
    labeledBy: 'LABELER',
    type: 'SPAN',
    labelSetItemId: 'i',
    status: 'LABELED',
    hashCode: `${row}`,
  })),
  comments: [],
})

/** The same with answers about rows and about the document. */
const schemaFile = JSON.stringify({
  version: '1',
  data: {
    document: { id: 'd', name: 'note.txt' },
    kinds: ['TOKEN_BASED', 'ROW_BASED', 'DOCUMENT_BASED'],
    rows: rows.map(() => [{ content: words.join(' '), tokens: words, metadata: [] }]),
    labelSets: [{ index: 0, labelItems: [{ id: 'i', labelName: 'Thing', parentId: null }] }],
    spanLabels: labeled.map(({ row, last, token }) => ({
      id: String(row),
      layer: 0,
      counter: 0,
      labeledBy: 'LABELER',
      labelName: 'i',
      status: 'LABELED',
      hashCode: `${row}`,
      textPosition: {
        start: { row, column: 0, tokenIndex: 1, charIndex: 0 },
        end: { row: last, column: 0, tokenIndex: token, charIndex: 1 },
      },
    })),
    rowQuestions: [{ id: 0, label: 'Kind', type: 'TEXT' }],
    rowAnswerSets: rows.map((row) => ({ 0: row % 7 === 0 ? null : `kind ${row % 3}` })),
    documentQuestions: [{ id: 0, label: 'Topic', type: 'TEXT' }],
    documentAnswerSet: { 0: 'gardens' },
    comments: [{ id: 1, message: 'Why?', hashCode: 'SPAN_TEXT:150:0:0:0:150:0:1:0' }],
  },
})

/** The same labels in their sentences, where no set declares them: some names are met late. */
const simplifiedFile = JSON.stringify({
  sentences: rows.map((id) => ({
    id,
    content: words.join(' '),
    tokens: words,
    labels: labeled
      .filter(({ row }) => row === id)
      .map(({ row, last, token }) => ({
        l: row > 90 && row % 4 === 0 ? 'Later' : 'Thing',
        layer: row > 150 && row % 5 === 0 ? 1 : 0,
        ...{ sidS: row, s: 1, charS: 0, sidE: last, e: token, charE: 1 },
      })),
  })),
})

/** The same in the long form, and labels of the second set beside its sentences. */
const undeclaredFile = JSON.stringify({
  ...JSON.parse(advancedFile),
  labelSets: undefined,
  labels: JSON.parse(advancedFile).labels.map((label: { readonly id: string }) => {
    const row = Number(label.id)
    return {
      ...label,
      labelSetItemId: row > 90 && row % 4 === 0 ? 'Later' : 'Thing',
      layer: row > 150 && row % 5 === 0 ? 1 : 0,
    }
  }),
})

const undeclaredSchema = JSON.parse(schemaFile)
undeclaredSchema.data.labelSets = []
for (const label of undeclaredSchema.data.spanLabels) {
  const row = Number(label.id)
  label.labelName = row > 90 && row % 4 === 0 ? 'Later' : 'Thing'
  label.layer = row > 150 && row % 5 === 0 ? 1 : 0
}

const long = [
  { name: 'JSON', file: simplifiedFile, read: readSimplified },
  { name: 'JSON_ADVANCED', file: advancedFile, read: readAdvanced },
  { name: 'JSON_ADVANCED without label sets', file: undeclaredFile, read: readAdvanced },
  { name: 'DATASAUR_SCHEMA', file: schemaFile, read: readSchema },
  {
    name: 'DATASAUR_SCHEMA without label sets',
    file: JSON.stringify(undeclaredSchema),
    read: readSchema,
  },
] as const

async function documentsOf(
  { file, read }: (typeof long)[number],
  bounds?: ReadBounds,
): Promise<LabeledDocument[]> {
  const source = memorySource('note.txt.json', new TextEncoder().encode(file))
  const documents: LabeledDocument[] = []
  for await (const document of read(source, { report: () => {} }, bounds)) documents.push(document)
  return documents
}

describe.each(long)('a $name document in segments', (input) => {
  const writers: readonly Format[] = [...formats, ...targets].filter(({ writer }) => writer)

  it.each(writers)('becomes the files it becomes when whole: $id', async (format) => {
    const whole = await documentsOf(input)
    const segments = await documentsOf(input, { whole: 0, piece: 1000, rows: 30, segment: 1e6 })
    expect(segments.length).toBeGreaterThan(5)
    const one = await writeAll(format, whole)
    const other = await writeAll(format, segments)
    const sums = ({ entries: _, ...ledger }: typeof one.ledger) => ledger
    expect(sums(other.ledger)).toEqual(sums(one.ledger))
    if (format.id === 'native') {
      expect(await readBack(format, other.files)).toEqual(await readBack(format, one.files))
    } else if (format.id === 'csv-table') {
      // A line for each statement, and those of a segment come together.
      expect(linesOf(other.files)).toEqual(linesOf(one.files))
    } else expect(textsOf(other.files)).toEqual(textsOf(one.files))
  })
})

function textsOf(files: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries(
    [...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  )
}

function linesOf(files: ReadonlyMap<string, Uint8Array>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(textsOf(files)).map(([path, text]) => [path, text.split('\n').sort()]),
  )
}

/** Native files keep segments as they are. */
async function readBack(format: Format, files: ReadonlyMap<string, Uint8Array>) {
  const [[path = '', bytes = new Uint8Array(0)] = []] = files
  const { documents } = await readAll(format, memorySource(path, bytes))
  return mergeSegments(documents).map(({ annotations, extra: _, ...document }) => ({
    ...document,
    // Each segment has labels of all kinds; a whole document has one kind after the other.
    annotations: [...annotations].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }))
}
