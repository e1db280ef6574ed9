import { memorySource } from '@labelport/format'
import { chunkedSource as chunked, tableIn as table } from '@labelport/format-testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tsv } from '../src/index.ts'
import { quotesEnclose } from '../src/quotes.ts'
import { configured, read, told, write } from './session.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*.tsv', {
  eager: true,
  query: '?raw',
  import: 'default',
})

function fixture(name: string): string {
  const text = fixtures[`../fixtures/${name}.tsv`]
  if (text === undefined) throw new Error(`No fixture ${name}.`)
  return text
}

describe('cells', () => {
  it('stay text whatever they look like, and equal headers stay apart: traps 38 and 39', async () => {
    const { documents, diagnostics } = await read(fixture('plain'))
    expect(table(documents)).toEqual([
      ['Good, but long', '007', '1e5'],
      ['Nice', '', 'NA'],
      ['She said "no"', 'true', 'a "b" c'],
    ])
    expect(documents[0]?.columns?.map(({ name }) => name)).toEqual(['Review', 'Stars', 'Review'])
    expect(told(diagnostics)).toEqual([])
  })

  it('keep their quotes where every line is as long as the header: trap 43', async () => {
    const { documents, diagnostics } = await read(fixture('literal-quotes'))
    expect(table(documents).map(([text]) => text)).toEqual([
      '"Quoted" at the start',
      '"whole"',
      '5" wide',
    ])
    expect(told(diagnostics)).toEqual([])
  })

  it('lose their quotes, and it is told, where lines would not fit otherwise', async () => {
    const { documents, diagnostics } = await read(fixture('quoted'))
    expect(table(documents)).toEqual([
      ['1', 'two\r\nlines', 'a'],
      ['2', 'a\ttab and "quotes"', 'b'],
      ['3', 'plain', 'c'],
    ])
    expect(told(diagnostics)).toEqual([['tsv/quoted', 2]])
  })

  it('are read as the option says when a person knows better', async () => {
    const text = await read(fixture('quoted'), {}, configured({ quotes: 'text' }))
    expect(table(text.documents)[0]).toEqual(['1', '"two'])
    expect(told(text.diagnostics)[0]).toEqual(['tsv/ragged-row', 2])
    const csv = await read('a\tb\n1\t"x"\n', {}, configured({ quotes: 'csv' }))
    expect(table(csv.documents)).toEqual([['1', 'x']])
  })

  it('of broken records are kept, with their line: trap 39', async () => {
    const { documents, diagnostics } = await read(fixture('damaged/ragged'))
    expect(table(documents)).toEqual([
      ['1', '2'],
      ['1', '2', '3', '4'],
      ['1', '2', '3'],
      ['x"y', '2', '"open'],
      ['7', '8', '9'],
    ])
    expect(told(diagnostics)).toEqual([
      ['tsv/ragged-row', 2],
      ['tsv/blank-line', 3],
      ['tsv/ragged-row', 4],
      ['tsv/mixed-line-ends', 5],
    ])
  })

  it('end where any kind of line end ends them', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { documents, diagnostics } = await read(`a\tb${end}1\t2${end}3\t4`)
      expect(table(documents)).toEqual([
        ['1', '2'],
        ['3', '4'],
      ])
      expect(told(diagnostics)).toEqual([])
    }
  })

  it('read the same in chunks of 1 to 64 bytes', async () => {
    for (const [path, text] of Object.entries(fixtures)) {
      const bytes = new TextEncoder().encode(text)
      const whole = await read(memorySource('a.tsv', bytes))
      for (let size = 1; size <= 64; size += 1) {
        expect(await read(chunked('a.tsv', bytes, size)), `${path} by ${size}`).toEqual(whole)
      }
    }
  })
})

describe('quotes', () => {
  it('far behind the beginning are still decided upon, from the line they stand in', async () => {
    const rows = Array.from({ length: 2000 }, (_, row) => [String(row), 'plain '.repeat(20)])
    const lines = [['n', 't'], ...rows].map((fields) => fields.join('\t'))
    const file = `${lines.join('\r\n')}\r\n2000\t"two\r\nlines"\r\n2001\tend\r\n`
    const { documents, diagnostics } = await read(file)
    expect(table(documents).slice(-2)).toEqual([
      ['2000', 'two\r\nlines'],
      ['2001', 'end'],
    ])
    expect(told(diagnostics)).toEqual([['tsv/quoted', 2002]])
    const { files } = await write(documents)
    expect([...files.values()]).toEqual([file])
  })

  it('enclose only where plain reading fails or each of them was needed', () => {
    const enclose = (text: string) => quotesEnclose({ text, complete: true })
    expect(enclose('a\tb\n1\t"x"\n')).toBe(false)
    expect(enclose('a\tb\n1\t"""x"""\n')).toBe(true)
    expect(enclose('a\tb\n1\t"""x"""\n2\t"y"\n')).toBe(false)
    expect(enclose('a\tb\n1\t"x\ty"\n')).toBe(true)
    expect(enclose('a\tb\n1\t"x\n2\ty\n')).toBe(false)
    expect(enclose('a\n"I came\nI saw"\n')).toBe(false)
  })

  it('that never close take time in proportion to the length of the file', async () => {
    const file = `a\tb\r\n1\t"${'never closed\r\n'.repeat(100_000)}`
    const bytes = new TextEncoder().encode(file)
    const { documents, diagnostics } = await read(chunked('a.tsv', bytes, 1024))
    expect(table(documents)).toHaveLength(100_000)
    expect(told(diagnostics)[0]).toEqual(['tsv/ragged-row', 3])
  })
})

describe('files', () => {
  it('of plain texts come back, whatever the texts, however they are cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', '\\', 'é', '🙂') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, size) => {
          const cells = rows.flatMap((texts, row) =>
            texts.map((one, column) => ({ row, column, text: one })),
          )
          const [base] = (await read('x\ty\r\n')).documents
          if (base === undefined) throw new Error('No document.')
          const { files } = await write([{ ...base, cells }])
          const bytes = new TextEncoder().encode([...files.values()][0])
          expect(table((await read(chunked('a.tsv', bytes, size))).documents)).toEqual(rows)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('come back byte for byte in the style they had', async () => {
    for (const file of [
      'a\tb\n1\t"x"\n',
      'a\tb\r\n1\t"x" y',
      'a\tb\r1\t2\r',
      ...['quoted', 'literal-quotes', 'beyond-ascii', 'plain'].map(fixture),
    ]) {
      const { documents } = await read(file)
      expect([...(await write(documents)).files.values()]).toEqual([file])
    }
  })

  it('without even a header are errors', async () => {
    const { documents, diagnostics } = await read('')
    expect(documents).toEqual([])
    expect(told(diagnostics)).toEqual([['tsv/empty-file', undefined]])
  })

  it('are told from those of token projects by what stands in them', () => {
    const sniff = (text: string, path = 'a.tsv') =>
      tsv.reader?.sniff({ path, text, complete: true })
    expect(sniff(fixture('plain'))).toBe('likely')
    expect(sniff(fixture('quoted'))).toBe('likely')
    expect(sniff('Oslo\tB-Place\nis\tO\n\n')).toBe('no')
    expect(sniff('Oslo\tPlace\n\nis\tcold\n\n')).toBe('possible')
    expect(sniff('#FORMAT=WebAnno TSV 3.2\n\n#Text=Oslo\n1-1\t0-4\tOslo\t_\n')).toBe('no')
    expect(sniff('a\tb\n1\t2\n', 'a.csv')).toBe('no')
  })
})
