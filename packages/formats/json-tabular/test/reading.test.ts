import { memorySource } from '@labelport/format'
import {
  chunkedSource as chunked,
  readAll,
  reviewSchema as schema,
  tableIn as table,
} from '@labelport/format-testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonTabular } from '../src/index.ts'
import { configured, read, told, write } from './session.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
})

function fixture(name: string): string {
  const text = fixtures[`../fixtures/${name}.json`]
  if (text === undefined) throw new Error(`No fixture ${name}.`)
  return text
}

const codes = (diagnostics: Parameters<typeof told>[0]) =>
  told(diagnostics).map(([code, line, column]) => `${code} ${line}:${column}`)

describe('cells', () => {
  it('are the values as they are written, whatever they look like: traps 38 and 44', async () => {
    const { documents, diagnostics } = await read(fixture('typed'))
    expect(table(documents)).toEqual([
      ['9007199254740993', 'a', '4.50', 'true'],
      ['12345678901234567890123', '', '-0', 'false'],
      // There is no key "Text" in the last row, so there is no cell.
      Object.assign(['n3', 'x', '1e5', ''], { 1: undefined }),
    ])
    expect(documents[0]?.cells.filter(({ row }) => row === 2).map(({ column }) => column)).toEqual([
      0, 2, 3,
    ])
    expect(codes(diagnostics)).toEqual([])
  })

  it('tell missing, null and an empty text apart, also when written: trap 47', async () => {
    const file = '[{"a":"","b":null},{"b":"x"},{"a":null},{}]\n'
    const { documents } = await read(file)
    expect(documents[0]?.cells).toEqual([
      { row: 0, column: 0, text: '' },
      { row: 0, column: 1, text: '' },
      { row: 1, column: 1, text: 'x' },
      { row: 2, column: 0, text: '' },
      { row: 3, column: 0, text: '' },
    ])
    expect([...(await write(documents)).files.values()]).toEqual([file])
  })

  it('of equal keys are all kept, and the place is told: trap 45', async () => {
    const { documents, diagnostics } = await read(fixture('repeated-keys'))
    expect(documents[0]?.columns?.map(({ name }) => name)).toEqual(['Review', 'Review'])
    expect(table(documents)).toEqual([['one', 'two'], ['three']])
    expect(codes(diagnostics)).toEqual(['json-tabular/duplicate-key 1:18'])
    expect(diagnostics[0]?.place?.pointer).toBe('/0')
  })

  it('under odd keys are cells like others: trap 45', async () => {
    const file = '[{"__proto__":"a","constructor":"b","":"c"}]\n'
    const { documents } = await read(file)
    expect(table(documents)).toEqual([['a', 'b', 'c']])
    expect([...(await write(documents)).files.values()]).toEqual([file])
  })

  it('of what is no row are left out, and each place is told', async () => {
    const { documents, diagnostics } = await read(fixture('damaged/rows'))
    expect(table(documents)).toEqual([
      ['1', '2'],
      ['5', '{"c":[1]}'],
      ['6', '7'],
    ])
    expect(codes(diagnostics)).toEqual([
      'json-tabular/not-a-row 2:2',
      'json-tabular/bad-row 3:11',
      'json-tabular/bad-row 4:7',
      'json-tabular/not-a-row 5:2',
      'json-tabular/cut-off 7:19',
      'json-tabular/nested-value 6:2',
    ])
  })

  it('read the same in chunks of 1 to 64 bytes', async () => {
    for (const [path, text] of Object.entries(fixtures)) {
      if (path.endsWith('no-list.json')) continue
      if (text === '') continue
      const bytes = new TextEncoder().encode(text)
      const whole = await read(memorySource('a.json', bytes), { schema })
      for (let size = 1; size <= 64; size += 1) {
        const cut = await read(chunked('a.json', bytes, size), { schema })
        expect(cut, `${path} by ${size}`).toEqual(whole)
      }
    }
  })

  it('equal those of any table that JSON.stringify writes, however it is cut', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', '\\', ' ', '\n', '\u0001', 'é', '🙂', '\ud83d', '}', ']'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(undefined, 1, '\t'),
        fc.integer({ min: 1, max: 9 }),
        async (rows, space, size) => {
          const file = JSON.stringify(
            rows.map(([x, y]) => ({ x, y })),
            null,
            space,
          )
          const source = chunked('a.json', new TextEncoder().encode(file), size)
          const { documents, diagnostics } = await read(source)
          expect(table(documents)).toEqual(rows)
          expect(told(diagnostics)).toEqual([])
          expect([...(await write(documents)).files.values()]).toEqual([file])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('answers', () => {
  it('are texts, numbers, flags or lists alike: traps 29 and 40', async () => {
    const { documents, diagnostics } = await read(fixture('several'), { schema })
    const answers = documents[0]?.annotations.flatMap((one) =>
      one.type === 'answer' && one.about.type === 'row'
        ? [[one.question, one.about.row, one.value]]
        : [],
    )
    expect(answers).toEqual([
      ['0', 0, { type: 'choice', options: ['f'] }],
      ['1', 0, { type: 'choice', options: ['s', 'u'] }],
      ['2', 0, { type: 'number', number: 4.5 }],
      ['3', 0, { type: 'flag', flag: true }],
      ['1', 1, { type: 'choice', options: ['u'] }],
      ['2', 1, { type: 'number', number: 5 }],
      ['0', 2, { type: 'choice', options: ['Poetry'] }],
      ['1', 2, { type: 'choice', options: ['ab'] }],
      ['2', 2, { type: 'raw', json: 'many' }],
      ['3', 2, { type: 'raw', json: { by: 'nobody' } }],
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'json-tabular/column-in-other-case',
      'json-tabular/no-such-option',
      'json-tabular/unexpected-value',
      'json-tabular/unexpected-value',
    ])
  })

  it('under a key that comes up late are answers still, not text', async () => {
    const plain = Array.from({ length: 3000 }, (_, row) => ({ Text: `${row} ${'x'.repeat(80)}` }))
    const file = `${JSON.stringify([...plain, { Text: 'last', Tags: 'slow' }])}\n`
    const { documents, diagnostics } = await read(file, {}, configured({ answers: ['Tags'] }))
    expect(documents.length).toBeGreaterThan(1)
    const last = documents.at(-1)
    expect(last?.cells.at(-1)).toEqual({ row: 3000, column: 0, text: 'last' })
    expect(last?.annotations).toMatchObject([{ question: 'Tags', about: { row: 3000 } }])
    expect(diagnostics.map(({ code }) => code)).toContain('json-tabular/late-key')
  })
})

describe('files', () => {
  it('come back byte for byte, spaces, numbers and all', async () => {
    for (const [path, text] of Object.entries(fixtures)) {
      if (path.includes('/damaged/')) continue
      for (const context of [{}, { schema }]) {
        const { documents } = await read(text, context)
        const { files, ledger } = await write(documents)
        expect([...files.values()], path).toEqual([text])
        expect(ledger.entries.map(({ code }) => code).filter((one) => /column/.test(one))).toEqual(
          [],
        )
      }
    }
  })

  it('leave in segments when they are long, and come back as one file: trap 46', async () => {
    const rows = Array.from({ length: 9000 }, (_, row) => ({
      id: row % 3 === 0 ? row : String(row),
      Text: row % 5 === 0 ? null : `${row} ${'x'.repeat(60)}`,
      Seen: row % 2 === 0,
    }))
    const file = `${JSON.stringify(rows)}\n`
    const { documents } = await read(file)
    expect(documents.length).toBeGreaterThan(2)
    expect(documents.map(({ segment }) => segment)).toEqual(
      documents.map((_, index) => ({ index, last: index === documents.length - 1 })),
    )
    expect([...(await write(documents)).files]).toEqual([['a.json', file]])
  })

  it('whose text never closes take time in proportion to their length: trap 46', async () => {
    const bytes = new TextEncoder().encode(`[{"a":"${'never closed '.repeat(100_000)}`)
    const { diagnostics } = await read(chunked('a.json', bytes, 1024))
    expect(codes(diagnostics)[0]).toMatch('json-tabular/cut-off 1:')
  })

  it('that are no list cannot be read', async () => {
    await expect(read(fixture('damaged/no-list'))).rejects.toMatchObject({
      diagnostic: { code: 'json-tabular/not-a-list' },
    })
    await expect(read('')).rejects.toMatchObject({
      diagnostic: { code: 'json-tabular/not-a-list' },
    })
  })

  it('with something behind the list, or no rows, tell it', async () => {
    expect(codes((await read('[{"a":"1"}] x')).diagnostics)).toEqual([
      'json-tabular/trailing-text 1:13',
    ])
    const { documents, diagnostics } = await read('[ ]')
    expect(documents[0]?.cells).toEqual([])
    expect(codes(diagnostics)).toEqual(['json-tabular/no-rows 1:1'])
  })

  it('are told from other JSON by what stands in them', () => {
    const sniff = (text: string) => jsonTabular.reader?.sniff({ path: 'a', text, complete: true })
    expect(sniff(fixture('plain'))).toBe('likely')
    expect(sniff('[{"a":"1","b":["x"]}]')).toBe('likely')
    expect(sniff('[{"a":{"b":1}}]')).toBe('possible')
    expect(sniff('[{"sentences":[]}]')).toBe('no')
    expect(sniff('[1,2]')).toBe('no')
    expect(sniff('{"sentences":[]}')).toBe('no')
  })
})

describe('what is no list of rows', () => {
  it.each(['', ' ', '{"a":[1]}', '"x'])('is said of %j, and nothing of an end', async (text) => {
    const { diagnostics, failure } = await readAll(jsonTabular, memorySource('a.json', text))
    expect(diagnostics).toEqual([])
    expect(failure?.code).toBe('json-tabular/not-a-list')
  })

  it('may be a text of any length among rows, and what stands behind has no pointer', async () => {
    const long = '\\"y'.repeat(4_000_000)
    const { documents, diagnostics } = await read(`[{"A":"x"},"${long}"] z`)
    expect(table(documents)).toEqual([['x']])
    expect(diagnostics.slice(0, 2).map(({ code, place }) => [code, place?.pointer])).toEqual([
      ['json-tabular/not-a-row', '/1'],
      ['json-tabular/trailing-text', ''],
    ])
  })
})
