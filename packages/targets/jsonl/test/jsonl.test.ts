import {
  documentArbitrary,
  everything,
  mixedDocument,
  mixedRows,
  spanOf,
  wordsOf,
} from '@labelport/format-testing'
import { hasLoneSurrogate, type LabeledDocument, type Span } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesIn } from './read-back.ts'
import { written } from './written.ts'

async function lineOf(document: LabeledDocument, options = {}) {
  const result = await written([document], options)
  const [line] = linesIn(result.files['train.jsonl'] ?? '')
  if (line === undefined) throw new Error('No line was written.')
  return { ...result, line }
}

describe('a line', () => {
  it('is what the golden file says', async () => {
    const { files, fates } = await written([everything()], { comments: 'true' })
    await expect(files['train.jsonl']).toMatchFileSnapshot('../golden/train.jsonl')
    await expect(files['load.py']).toMatchFileSnapshot('../golden/load.py')
    expect(fates).toEqual([])
  })

  it('counts code points, so that slices in Python are the labeled text, trap 1', async () => {
    const { line } = await lineOf(everything())
    const points = Array.from(line.text)
    for (const { start_char, end_char, quote } of line.spans) {
      expect(points.slice(Number(start_char), Number(end_char)).join('')).toBe(quote)
    }
    expect(line.spans.map(({ quote }) => quote)).toEqual(['Zoë', 'Łódź', `${mixedRows[2]}\n=1+1`])
    for (const { start_char, end_char, text } of line.cells) {
      expect(points.slice(Number(start_char), Number(end_char)).join('')).toBe(text)
    }
  })

  it('names no person by default, and real ones when asked', async () => {
    const document = everything()
    const hidden = await written([document], { comments: 'true' })
    expect(hidden.files['train.jsonl']).not.toMatch(/example\.org|Zoë Example|DOCUMENT-zoe/)
    const { line } = await lineOf(document)
    expect(line.copy_person).toMatch(/^person-[\da-f]{12}$/)
    expect(line.spans[0]?.person).toBe(line.copy_person)
    const keyed = await lineOf(document, { 'people-key': 'secret' })
    expect(keyed.line.copy_person).not.toBe(line.copy_person)
    expect((await lineOf(document, { people: 'names' })).line.copy_person).toBe('zoe@example.org')
    expect((await lineOf(document, { people: 'none' })).line.copy_person).toBeNull()
  })

  it('keeps hidden rows out of the text and says which they are', async () => {
    const cells = [wordsOf(0, 'a'), wordsOf(1, 'b', { status: 'deleted' }), wordsOf(2, 'c')]
    const annotations = [
      spanOf('in', 'p', [1, 0, 1]),
      spanOf('over', 'p', [0, 0, 1], { endCell: 2 }),
    ]
    const { line, fates } = await lineOf(mixedDocument({ cells, annotations }))
    expect(line.text).toBe('a\nc')
    expect(line.cells[1]).toMatchObject({ status: 'deleted', start_char: null, text: 'b' })
    expect(line.spans).toMatchObject([
      { start_char: null, row_index: 1, cell_start: 0, quote: 'b' },
      { start_char: 0, end_char: 3, quote: 'a\nb\nc' },
    ])
    expect(fates).toEqual(['span changed jsonl/over-hidden 1'])
  })

  it('learns nothing from conflicts and rejected labels unless it is told to, trap 34', async () => {
    const origin = { by: 'labeler', verdict: 'rejected' } as const
    const [first, ...rest] = everything().annotations
    const annotations = [{ ...(first as Span), origin }, ...rest]
    const document = { ...everything(), annotations }
    const { line, fates } = await lineOf(document, { comments: 'true' })
    expect([line.spans.length, line.relations.length, line.comments?.length]).toEqual([2, 0, 0])
    expect(fates).toEqual([
      'comment dropped jsonl/about-left-out 1',
      'relation dropped jsonl/about-left-out 1',
      'span dropped jsonl/rejected 1',
    ])
    const all = await lineOf(document, { unresolved: 'include' })
    expect(all.line.spans[0]?.verdict).toBe('rejected')
  })

  it('holds no half of a character, trap 3', async () => {
    const cells = [wordsOf(0, 'x\ud800 😀 \\ud83d \udc00\udc01')]
    const annotations = [spanOf('s', 'p', [0, 3, 4])]
    const { line, files, fates } = await lineOf(mixedDocument({ cells, annotations }))
    expect(hasLoneSurrogate(files['train.jsonl'] ?? '')).toBe(false)
    expect(files['train.jsonl']).not.toMatch(/[^\\]\\ud[89a-f]/)
    expect(line.text).toBe('x\ufffd 😀 \\ud83d \ufffd\ufffd')
    expect(line.cells[0]?.text).toBe(line.text)
    expect(line.spans[0]).toMatchObject({ start_char: 3, end_char: 4 })
    expect(fates).toEqual([
      'cell changed jsonl/half-character 1',
      'span changed jsonl/cuts-character 1',
    ])
  })

  it('says nothing of comments unless it is told to', async () => {
    const { line, fates } = await lineOf(everything())
    expect(line.comments).toBeNull()
    expect(fates).toEqual(['comment dropped jsonl/comments-off 1'])
  })
})

describe('all lines', () => {
  it('have the same fields of the same types, and as many statements as the account keeps', async () => {
    const one = documentArbitrary()
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 4 }), async (documents) => {
        const { files, ledger } = await written(documents, { comments: 'true' })
        const lines = linesIn(files['train.jsonl'] ?? '')
        const shapes = new Map<string, Set<string>>()
        for (const line of lines) collectTypes(line, '', shapes)
        for (const [path, types] of shapes) {
          types.delete('null')
          expect(types.size, path).toBeLessThanOrEqual(1)
        }
        const lists = {
          cell: 'cells',
          span: 'spans',
          relation: 'relations',
          answer: 'answers',
        } as const
        const more = { box: 'boxes', timestamp: 'timestamps', comment: 'comments' } as const
        for (const [type, key] of Object.entries({ ...lists, ...more })) {
          const of = type as keyof typeof lists
          const sum = lines.reduce((total, line) => total + (line[key]?.length ?? 0), 0)
          expect(sum, key).toBe(ledger.kept[of] + ledger.changed[of])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('go to the file of their split', async () => {
    const documents = ['a', 'b', 'c'].map((id) => mixedDocument({ id, name: `${id}.txt` }))
    const splits = {
      names: ['train', 'dev', 'test'],
      of: ({ id }: LabeledDocument) => (id === 'b' ? 'dev' : 'train'),
    }
    const { files, diagnostics } = await written(documents, {}, { splits })
    expect(Object.keys(files)).toEqual(['train.jsonl', 'dev.jsonl', 'load.py'])
    expect(linesIn(files['train.jsonl'] ?? '').map(({ document }) => document)).toEqual([
      'a.txt',
      'c.txt',
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual(['jsonl/split-empty'])
  })

  it('leave out untouched uploads, and are not there without a document', async () => {
    const { files, diagnostics } = await written([mixedDocument({ cabinet: { role: 'root' } })])
    expect(files).toEqual({})
    expect(diagnostics.map(({ code }) => code)).toEqual(['jsonl/root-copy', 'jsonl/no-documents'])
  })
})

/** The JSON types at each path; the fields of an object are part of its type. */
function collectTypes(value: unknown, path: string, found: Map<string, Set<string>>): void {
  const types = found.get(path) ?? new Set<string>()
  found.set(path, types)
  if (Array.isArray(value)) {
    types.add('array')
    for (const one of value) collectTypes(one, `${path}[]`, found)
  } else if (typeof value === 'object' && value !== null) {
    types.add(`object ${Object.keys(value).join(' ')}`)
    for (const [key, one] of Object.entries(value)) collectTypes(one, `${path}/${key}`, found)
  } else types.add(value === null ? 'null' : typeof value)
}
