import { emptySchema, type LabeledDocument, unknownOrigin } from '@labelport/model'
import { expect, it } from 'vitest'
import { bareDocuments, wholeDocuments } from '../src/segments.ts'

function piece(id: string, index: number, last: boolean): LabeledDocument {
  return {
    id,
    name: `${id}.txt`,
    segment: { index, last },
    tasks: ['token'],
    cells: [{ row: index, column: 0, text: `row ${index}` }],
    media: [],
    annotations: [
      {
        type: 'span',
        id: `${id}-${index}`,
        labelSet: '0',
        label: 'a',
        target: { cell: 0, start: 0, end: 3 },
        origin: unknownOrigin,
      },
    ],
    comments: [
      {
        id: `c${index}`,
        text: 'x',
        about: { type: 'text', target: { cell: 0, start: 0, endCell: 0, end: 1 } },
      },
    ],
    schema: emptySchema,
  }
}

async function joined(pieces: readonly LabeledDocument[]): Promise<LabeledDocument[]> {
  async function* stream() {
    yield* pieces
  }
  const documents: LabeledDocument[] = []
  for await (const document of wholeDocuments(stream())) documents.push(document)
  return documents
}

it('joins segments and moves what refers to their cells', async () => {
  const [document, ...rest] = await joined([piece('a', 0, false), piece('a', 1, true)])
  expect(rest).toEqual([])
  expect(document).not.toHaveProperty('segment')
  expect(document?.cells.map(({ text }) => text)).toEqual(['row 0', 'row 1'])
  expect(document?.annotations).toMatchObject([{ target: { cell: 0 } }, { target: { cell: 1 } }])
  expect(document?.comments[1]?.about).toMatchObject({ target: { cell: 1, endCell: 1 } })
})

it('keeps files apart, also when the last segment of one never comes', async () => {
  const documents = await joined([piece('a', 0, false), piece('b', 0, false), piece('b', 0, true)])
  expect(documents.map(({ id }) => id)).toEqual(['a', 'b', 'b'])
})

it('puts segments together without what formats keep for themselves, for writers that read none of it', async () => {
  const extra = { csv: { quoted: [1] } }
  const keeping = (index: number, last: boolean): LabeledDocument => {
    const { annotations, comments, ...rest } = piece('a', index, last)
    return {
      ...rest,
      annotations: annotations.map((one) => ({ ...one, extra })),
      comments: comments.map((one) => ({ ...one, extra })),
      extra,
    }
  }
  async function* stream() {
    yield keeping(0, false)
    yield keeping(1, true)
  }
  for await (const bare of bareDocuments(stream())) {
    expect(JSON.stringify(bare)).not.toContain('extra')
    const [plain] = await joined([piece('a', 0, false), piece('a', 1, true)])
    expect(bare).toEqual(plain)
  }
})
