import { emptySchema, type LabeledDocument } from '@labelport/model'
import { expect, it } from 'vitest'
import { documentRuns } from '../src/document-runs.ts'

function piece(id: string, segment?: LabeledDocument['segment']): LabeledDocument {
  return {
    id,
    name: `${id}.txt`,
    ...(segment && { segment }),
    tasks: ['token'],
    cells: [],
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
  }
}

const first = { index: 0, last: false }
const second = { index: 1, last: false }
const last = { index: 2, last: true }

/** What runs were told, with what was asked of the stream before. */
async function told(...documents: readonly LabeledDocument[]): Promise<readonly string[]> {
  const log: string[] = []
  async function* stream() {
    for (const one of documents) {
      log.push(`? ${one.id}`)
      yield one
    }
  }
  for await (const { first, later } of documentRuns(stream())) {
    log.push(later === undefined ? `whole ${first.id}` : `begins ${first.id}`)
    if (later === undefined) continue
    for await (const { id } of later) log.push(`goes on ${id}`)
    log.push(`ends ${first.id}`)
  }
  return log
}

it('tells segments of one document as one run, and asks for no document before it has to', async () => {
  const documents = [piece('a'), piece('b', first), piece('b', second), piece('b', last)]
  expect(await told(...documents, piece('c'))).toEqual([
    ...['? a', 'whole a', '? b', 'begins b', '? b', 'goes on b', '? b', 'goes on b', 'ends b'],
    ...['? c', 'whole c'],
  ])
})

it('ends a run whose last segment never comes before another document or with the stream', async () => {
  const documents = [piece('a', first), piece('b', first), piece('b', first), piece('c')]
  expect(
    (await told(...documents, piece('d', first))).filter((one) => !one.startsWith('?')),
  ).toEqual([
    ...['begins a', 'ends a', 'begins b', 'ends b', 'begins b', 'ends b', 'whole c'],
    ...['begins d', 'ends d'],
  ])
})

it('takes a segment of its own that is the last for a run, and closes a stream that is left', async () => {
  let isClosed = false
  async function* stream() {
    try {
      yield piece('a', { index: 0, last: true })
      yield piece('a')
    } finally {
      isClosed = true
    }
  }
  for await (const { later } of documentRuns(stream())) {
    for await (const _ of later ?? []) throw new Error('There is no later segment.')
    break
  }
  expect(isClosed).toBe(true)
})
