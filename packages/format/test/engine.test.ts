import { emptySchema, type LabeledDocument, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import {
  type Diagnostic,
  defineFormat,
  dropTypes,
  FormatError,
  lossOf,
  memorySource,
  readDocuments,
  writeDocuments,
} from '../src/index.ts'

function documentOf(id: string, end = 1): LabeledDocument {
  const target = { cell: 0, start: 0, end }
  return {
    id,
    name: `${id}.txt`,
    tasks: ['token'],
    cells: [{ row: 0, column: 0, text: 'Zoë' }],
    media: [],
    annotations: [
      { type: 'span', id: 's', labelSet: 'l', label: 'x', target, origin: unknownOrigin },
    ],
    comments: [],
    schema: emptySchema,
  }
}

const base = { id: 'x', title: 'X', extensions: ['.x'], tasks: ['token'], carries: {} } as const
const source = memorySource('a.x', '')

function reading(...documents: readonly LabeledDocument[]) {
  async function* read() {
    yield* documents
  }
  return defineFormat({
    ...base,
    reader: { yields: 'many', names: 'inside', sniff: () => 'no', read },
  })
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('readDocuments', () => {
  it('leaves out unsound documents and says why', async () => {
    const told: Diagnostic[] = []
    const format = reading(documentOf('a'), documentOf('b', 99), documentOf('c'))
    const report = (one: Diagnostic) => told.push(one)
    const documents = await all(readDocuments(format, source, { report }))
    expect(documents.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(told).toMatchObject([{ severity: 'error', code: 'x/unsound', place: { path: 'a.x' } }])
    expect(told[0]?.message).toContain('"b.txt"')
    expect(told[0]?.message).toContain('/annotations/0/target')
  })

  it('stops between documents when the signal is aborted', async () => {
    const controller = new AbortController()
    const context = { report: () => {}, signal: controller.signal }
    const documents = readDocuments(reading(documentOf('a'), documentOf('b')), source, context)
    expect((await documents.next()).value).toMatchObject({ id: 'a' })
    controller.abort(new Error('enough'))
    await expect(documents.next()).rejects.toThrow('enough')
  })

  it('refuses a format that cannot read', async () => {
    const documents = readDocuments(base, source, { report: () => {} })
    await expect(documents.next()).rejects.toThrow('can be written but not read')
  })
})

describe('writeDocuments', () => {
  const format = defineFormat({
    ...base,
    writer: {
      async *write(documents, { account }) {
        for await (const document of documents) {
          account.keep('cell', document.cells.length)
          if (document.id !== 'forgotten') {
            const why = { code: 'x/flat', reason: 'X holds text alone.' } as const
            dropTypes(account, document, ['span'], why)
          }
          yield { path: 'a.x', chunk: `${document.id}\n` }
        }
      },
    },
  })

  async function* given(...ids: readonly string[]) {
    for (const id of ids) yield documentOf(id)
  }

  it('hands on the parts and closes the account', async () => {
    const { parts, ledger } = writeDocuments(format, given('a', 'b'), { report: () => {} })
    expect(await all(parts)).toEqual([
      { path: 'a.x', chunk: 'a\n' },
      { path: 'a.x', chunk: 'b\n' },
    ])
    expect(ledger()).toMatchObject({ kept: { cell: 2, span: 0 }, dropped: { span: 2 } })
  })

  it('refuses to close an account in which a statement is missing', async () => {
    const { parts, ledger } = writeDocuments(format, given('forgotten'), { report: () => {} })
    await all(parts)
    expect(ledger).toThrow(FormatError)
  })

  it('stops between documents when the signal is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    const { parts } = writeDocuments(format, given('a'), { report: () => {}, signal })
    await expect(all(parts)).rejects.toThrow('enough')
  })

  it('refuses a format that cannot write', () => {
    expect(() => writeDocuments(base, given(), { report: () => {} })).toThrow(
      'can be read but not written',
    )
  })
})

describe('lossOf', () => {
  it('names what a format drops or changes, fact by fact', () => {
    const document = documentOf('a')
    expect(lossOf(document, { text: 'full', span: 'partial' })).toMatchObject([
      { feature: 'span', effect: 'changed', facts: [{ label: 'x', start: 0, end: 1 }] },
    ])
    expect(lossOf(document, { text: 'full', span: 'full' })).toEqual([])
    expect(lossOf(document, {}).map(({ feature, effect }) => [feature, effect])).toEqual([
      ['text', 'dropped'],
      ['span', 'dropped'],
    ])
  })
})
