import { deepStrictEqual } from 'node:assert'
import {
  type Diagnostic,
  memorySource,
  readDocuments,
  type Source,
  writeDocuments,
} from '@labelport/format'
import { testFormat } from '@labelport/format-testing'
import { emptySchema, type LabeledDocument, validate } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { native } from '../src/index.ts'
import { soundDocument } from './arbitrary/document.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

function fixture(name: string): string {
  const text = fixtures[`../fixtures/${name}`]
  if (text === undefined) throw new Error(`No fixture ${name}.`)
  return text
}

async function read(text: string | Source) {
  const diagnostics: Diagnostic[] = []
  const documents: LabeledDocument[] = []
  const source = typeof text === 'string' ? memorySource('a.labelport.jsonl', text) : text
  const context = { report: (one: Diagnostic) => diagnostics.push(one) }
  for await (const document of readDocuments(native, source, context)) documents.push(document)
  return { documents, diagnostics }
}

async function write(documents: readonly LabeledDocument[]) {
  async function* stream() {
    yield* documents
  }
  const writing = writeDocuments(native, stream(), { report: () => {} })
  let text = ''
  for await (const part of writing.parts) if ('chunk' in part) text += part.chunk
  return { text, ledger: writing.ledger() }
}

const plain: LabeledDocument = {
  id: 'd',
  name: 'd.txt',
  tasks: ['token'],
  cells: [{ row: 0, column: 0, text: 'Oslo', tokens: Uint32Array.of(0, 4) }],
  media: [],
  annotations: [],
  comments: [],
  schema: emptySchema,
}

testFormat(
  native,
  import.meta.glob('../fixtures/**/*', { eager: true, query: '?raw', import: 'default' }),
)

describe('what is written', () => {
  it('comes back equal, whatever the documents hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(soundDocument, { minLength: 1, maxLength: 3 }),
        async (documents) => {
          expect(documents.flatMap(validate)).toEqual([])
          const { text, ledger } = await write(documents)
          const back = await read(text)
          // Vitest compares a key named `constructor` as if it were one.
          deepStrictEqual(back.documents, structuredClone(documents))
          expect(back.diagnostics).toEqual([])
          expect(ledger.kept).toEqual(ledger.source)
        },
      ),
      { numRuns: 300, seed: 26 },
    )
  })

  it('is the same however the keys of the document were ordered', async () => {
    const turned = Object.fromEntries(Object.entries(plain).reverse()) as unknown as LabeledDocument
    expect((await write([turned])).text).toBe((await write([plain])).text)
  })

  it('names what documents share by an id and defines it once', async () => {
    const cabinet = { role: 'review' } as const
    const other = { ...cabinet }
    const { text } = await write([
      { ...plain, cabinet },
      { ...plain, id: 'e', cabinet: other },
    ])
    const types = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type)
    expect(types).toEqual(['schema', 'cabinet', 'document', 'document'])
    const { documents } = await read(text)
    expect(documents[0]?.schema).toBe(documents[1]?.schema)
  })

  it('keeps the digits of integers beyond 2^53 in what nothing reads', async () => {
    const text = (await write([{ ...plain, extra: { acme: { big: 'BIG', list: [1, 'BIG'] } } }]))
      .text
    const exact = text.replaceAll('"BIG"', '12345678901234567891')
    const { documents } = await read(exact)
    expect((await write(documents)).text).toBe(exact)
  })

  it('goes to the path that the option names', async () => {
    async function* one() {
      yield plain
    }
    const format = native.configure?.({ file: 'out/my.jsonl' }) ?? native
    const paths: string[] = []
    for await (const part of writeDocuments(format, one(), { report: () => {} }).parts) {
      paths.push(part.path)
    }
    expect(paths).toEqual(['out/my.jsonl'])
  })
})

describe('reading', () => {
  for (const name of ['plain', 'overlapping', 'beyond-ascii', 'labelers', 'answers']) {
    it(`gives back the bytes of ${name} when written again`, async () => {
      const text = fixture(`${name}.labelport.jsonl`)
      const { documents, diagnostics } = await read(text)
      expect(diagnostics).toEqual([])
      expect(documents.length).toBeGreaterThan(0)
      expect((await write(documents)).text).toBe(text)
    })
  }

  it('reports each damaged line with its place and reads the others', async () => {
    const { documents, diagnostics } = await read(fixture('damaged/every-kind.labelport.jsonl'))
    expect(documents.map(({ id }) => id)).toEqual(['good-1', 'good-2'])
    const found = diagnostics.map(({ code, place }) => [
      code,
      place?.line,
      place?.pointer ?? place?.column,
    ])
    expect(found).toEqual([
      ['native/not-json', 3, 58],
      ['native/bad-line', 4, '/value/cells/0/row'],
      ['native/bad-line', 5, '/labelport'],
      ['native/bad-line', 6, '/value/schema'],
      ['native/bad-line', 7, '/value/annotations/0/type'],
      ['native/bad-line', 8, '/value/cells/0/tokens/1'],
      ['native/unknown-key', 9, '/value/cells/0/mood'],
      ['native/bad-line', 10, ''],
    ])
  })

  it('says so when a file is empty', async () => {
    const { documents, diagnostics } = await read(fixture('damaged/empty.labelport.jsonl'))
    expect(documents).toEqual([])
    expect(diagnostics.map(({ code }) => code)).toEqual(['native/empty-file'])
  })

  it('does not let a key named __proto__ reach a prototype: trap 45', async () => {
    const line = fixture('plain.labelport.jsonl').replace(
      '"cells"',
      '"__proto__":{"name":"evil"},"cells"',
    )
    const { documents, diagnostics } = await read(line)
    expect(diagnostics.map(({ code }) => code)).toEqual(['native/unknown-key'])
    expect(Object.getPrototypeOf(documents[0])).toBe(Object.prototype)
    expect(documents[0]?.name).toBe('plain.txt')
  })

  it('leaves out a document whose offsets lie outside its text', async () => {
    const text = (await write([plain])).text.replace('[0,4]', '[0,5]')
    const { documents, diagnostics } = await read(text)
    expect(documents).toEqual([])
    expect(diagnostics.map(({ code }) => code)).toEqual(['native/unsound'])
  })

  it('hands out a document before the file has been read to its end', async () => {
    const bytes = new TextEncoder().encode((await write([plain])).text)
    let asked = 0
    const endless: Source = {
      path: 'endless.jsonl',
      open: () =>
        new ReadableStream({
          pull(controller) {
            asked += 1
            if (asked > 50) controller.error(new Error('Nobody should read this far.'))
            else controller.enqueue(bytes)
          },
        }),
    }
    for await (const document of readDocuments(native, endless, { report: () => {} })) {
      expect(document.id).toBe('d')
      break
    }
    expect(asked).toBeLessThan(10)
  })

  it('puts characters together that chunks of any size cut', async () => {
    const text = fixture('beyond-ascii.labelport.jsonl')
    const whole = await read(text)
    for (let size = 1; size <= 64; size += 7) {
      const source = memorySource('a.jsonl', text)
      const bytes = new TextEncoder().encode(text)
      const cut: Source = {
        path: source.path,
        open: () =>
          new ReadableStream({
            start(controller) {
              for (let at = 0; at < bytes.length; at += size)
                controller.enqueue(bytes.subarray(at, at + size))
              controller.close()
            },
          }),
      }
      expect((await read(cut)).documents).toStrictEqual(whole.documents)
    }
  })
})

describe('sniffing', () => {
  it('is certain of its own files and sure that others are not', () => {
    const sniff = (text: string) => native.reader?.sniff({ path: 'a.jsonl', text, complete: true })
    expect(sniff(fixture('plain.labelport.jsonl'))).toBe('certain')
    expect(sniff(`\uFEFF${fixture('plain.labelport.jsonl')}`)).toBe('certain')
    expect(sniff('{"messages":[]}\n')).toBe('no')
    expect(sniff('{"label":"port","labelport":1}')).toBe('no')
    expect(sniff('')).toBe('no')
  })
})
