import { memorySource, readDocuments, writeDocuments } from '@labelport/format'
import { type Fixtures, testFormat, writtenAgain } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { plain } from '../src/index.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

// Bytes that are no text at all cannot lie in a file that tools take for text.
const damaged: Fixtures = { 'fixtures/damaged/latin.txt': Uint8Array.of(65, 10, 0xff, 0xfe, 10) }

testFormat(plain, { ...fixtures, ...damaged }, { unmarked: true })

async function read(text: string): Promise<LabeledDocument[]> {
  const documents: LabeledDocument[] = []
  const source = memorySource('walk.txt', text)
  const report = () => expect.unreachable('nothing to report')
  for await (const document of readDocuments(plain, source, { report })) documents.push(document)
  return documents
}

async function write(documents: readonly LabeledDocument[]) {
  async function* stream() {
    yield* documents
  }
  const writing = writeDocuments(plain, stream(), { report: () => {} })
  const files: Record<string, string> = {}
  for await (const part of writing.parts) {
    if ('chunk' in part) files[part.path] = (files[part.path] ?? '') + part.chunk
  }
  return { files, ledger: writing.ledger() }
}

it('speaks up for text files only, and never loudly', () => {
  const sniff = (path: string, text: string) => plain.reader.sniff({ path, text, complete: true })
  expect(sniff('walk.txt', 'one\ntwo\n')).toBe('possible')
  expect(sniff('walk.TXT', '')).toBe('possible')
  expect(sniff('walk.tsv', 'one\tO\n')).toBe('no')
  expect(sniff('walk', 'one\n')).toBe('no')
  expect(sniff('walk.txt', 'one\u0000')).toBe('no')
})

describe('plain text', () => {
  it.each(['', 'one', 'one\n', 'one\r\n\r\n two \r\n', '\n\n', 'a\u2028b\n'])(
    'comes back byte for byte: %j (trap 5)',
    async (text) => {
      expect((await write(await read(text))).files).toEqual({ 'walk.txt': text })
    },
  )

  it('comes back byte for byte in segments', async () => {
    const text = Array.from({ length: 45_000 }, (_, row) => `row ${row}`).join('\n')
    const documents = await read(text)
    expect(documents.map((document) => document.segment)).toEqual([
      { index: 0, last: false },
      { index: 1, last: false },
      { index: 2, last: true },
    ])
    expect(documents[2]?.cells[0]?.row).toBe(40_000)
    expect((await write(documents)).files).toEqual({ 'walk.txt': text })
  })

  it('tells what has no place in it (trap 9)', async () => {
    const [document] = await read('hidden\nbroken here\nplain\n')
    if (document === undefined) return expect.unreachable()
    const [hidden, broken, shown] = document.cells
    if (!hidden || !broken || !shown) return expect.unreachable()
    const cells = [
      { ...hidden, status: 'hidden' as const },
      { ...broken, text: 'two\nlines' },
      shown,
    ]
    const { files, ledger } = await write([{ ...document, cells }])
    expect(files).toEqual({ 'walk.txt': 'two\nlines\nplain\n' })
    expect(ledger.entries.map(({ effect, code, count }) => [effect, code, count])).toEqual([
      ['changed', 'plain/line-break', 1],
      ['dropped', 'plain/row-not-shown', 1],
    ])
  })

  it('keeps a byte order mark that belongs to the text (trap 4)', async () => {
    const [document] = await read('x\n')
    if (document === undefined) return expect.unreachable()
    const cells = [{ row: 0, column: 0, text: '\ufeffone' }]
    const { files } = await write([{ ...document, cells }])
    expect((await read(files['walk.txt'] ?? ''))[0]?.cells).toEqual(cells)
  })

  it('is written the same again', () => writtenAgain(plain))

  it('gives two documents of one name two files (trap 53)', async () => {
    const documents = [...(await read('a\n')), ...(await read('b\n'))]
    expect(Object.keys((await write(documents)).files)).toEqual(['walk.txt', 'walk (2).txt'])
  })
})
