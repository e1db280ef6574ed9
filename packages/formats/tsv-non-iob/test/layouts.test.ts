import { memorySource } from '@labelport/format'
import { readAll, writeAll, writtenAgain } from '@labelport/format-testing'
import { type LabeledDocument, TokenBuffer, textOf, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { tsvNonIob } from '../src/index.ts'

const arrowed = tsvNonIob.configure?.({ layout: 'datasaur-tsv-3' }) ?? tsvNonIob

const read = (text: string) => readAll(tsvNonIob, memorySource('a.txt.tsv', text))

/** Label and covered text of every span. */
function labelsIn({ cells, annotations }: LabeledDocument): string[][] {
  return annotations.flatMap((one) =>
    one.type === 'span' ? [[one.label, textOf(cells, one.target)]] : [],
  )
}

async function written(format: typeof tsvNonIob, document: LabeledDocument) {
  const { files, ledger } = await writeAll(format, [document])
  const [text] = [...files.values()].map((bytes) => new TextDecoder().decode(bytes))
  const entries = ledger.entries.map(({ effect, type, code }) => [effect, type, code.slice(12)])
  return { text, entries }
}

/** Rows of words; spans as [label, row, first token, last row, last token]. */
function documentOf(
  rows: readonly string[],
  spans: readonly (readonly [string, number, number, number, number])[],
): LabeledDocument {
  const buffer = new TokenBuffer()
  const cells = rows.map((text, row) => {
    for (const { index, 0: word } of text.matchAll(/\S+/g)) buffer.add(index, index + word.length)
    return { row, column: 0, text, tokens: buffer.take() }
  })
  const annotations = spans.map(([label, cell, first, endCell, last], index) => ({
    type: 'span' as const,
    id: `s${index}`,
    labelSet: '0',
    label,
    target: {
      cell,
      start: cells[cell]?.tokens[2 * first] ?? 0,
      endCell,
      end: cells[endCell]?.tokens[2 * last + 1] ?? 0,
    },
    origin: unknownOrigin,
  }))
  const schema = { labelSets: [], questions: [] }
  const base = { id: 'd', name: 'a.txt', tasks: ['token'] as const, media: [], comments: [] }
  return { ...base, cells, annotations, schema }
}

describe('the plain layout', () => {
  it('says that it was seen', async () => {
    const { diagnostics } = await read('Oslo\tPlace\n\n')
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([
      ['info', 'tsv-non-iob/layout'],
    ])
  })

  it('joins labels of one name on neighbouring tokens, and not over rows', async () => {
    const { documents } = await read(
      'New\tPlace\nYork\tPlace\nnow\t\nOslo\tPlace\n\nBergen\tPlace\n\n',
    )
    expect(documents.flatMap(labelsIn)).toEqual([
      ['Place', 'New York'],
      ['Place', 'Oslo'],
      ['Place', 'Bergen'],
    ])
  })

  it('accounts for neighbours that become one as changed: trap 17', async () => {
    const document = documentOf(
      ['a b c'],
      [
        ['X', 0, 0, 0, 0],
        ['X', 0, 1, 0, 1],
        ['Y', 0, 2, 0, 2],
      ],
    )
    const { text, entries } = await written(tsvNonIob, document)
    expect(text).toBe('a\tX\nb\tX\nc\tY\n\n')
    expect(entries).toEqual([['changed', 'span', 'spans-merged']])
  })

  it('keeps overlapping labels apart in columns, also of one name: trap 15', async () => {
    const document = documentOf(
      ['a b c d'],
      [
        ['X', 0, 0, 0, 2],
        ['X', 0, 1, 0, 1],
        ['Y', 0, 2, 0, 3],
      ],
    )
    const { text, entries } = await written(tsvNonIob, document)
    expect(text).toBe('a\tX\nb\tX\tX\nc\tX\tY\nd\tO\tY\n\n')
    expect(entries).toEqual([])
    expect((await read(text ?? '')).documents.flatMap(labelsIn).sort()).toEqual([
      ['X', 'a b c'],
      ['X', 'b'],
      ['Y', 'c d'],
    ])
  })

  it('cuts a label at the end of a row and says so: trap 9', async () => {
    const { text, entries } = await written(
      tsvNonIob,
      documentOf(['a b', 'c'], [['X', 0, 1, 1, 0]]),
    )
    expect(text).toBe('a\tO\nb\tX\n\nc\tX\n\n')
    expect(entries).toEqual([['changed', 'span', 'span-split']])
  })

  it('renames labels that would read as none: trap 20', async () => {
    const document = documentOf(
      ['a b'],
      [
        ['O', 0, 0, 0, 0],
        ['', 0, 1, 0, 1],
      ],
    )
    const { text, entries } = await written(tsvNonIob, document)
    expect(text).toBe('a\t_O_\nb\t_\n\n')
    expect(entries).toEqual([['changed', 'span', 'label-name-changed']])
  })

  it('keeps quotes and blanks in tokens: traps 21 and 43', async () => {
    const { documents } = await read('"\tQ\nat 9 pm.\tTime\n\n')
    expect(documents[0]?.cells.map(({ text }) => text)).toEqual(['" at 9 pm.'])
  })

  it('lets a long file go in segments', async () => {
    const { pieces } = await read('row\tX\nend\n\n'.repeat(9000))
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.at(-1)?.segment?.last).toBe(true)
  })

  it('is written the same again', async () => {
    await writtenAgain(tsvNonIob, ['text', 'tokens', 'span', 'span.overlapping', 'span.multi-cell'])
  })
})

describe('the layout datasaur-tsv-3', () => {
  const head = '#FORMAT=Datasaur TSV 3\n\n'

  it('says that it was seen', async () => {
    const { diagnostics } = await read(head)
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('TSV 3')])
  })

  it('takes the text from its own line and checks offsets against it: trap 13', async () => {
    const right = `${head}#Text=a  b\n1-1\t7-8\ta\t_\n1-2\t10-11\tb\t_\n\n`
    expect((await read(right)).diagnostics).toHaveLength(1)
    const wrong = right.replace('10-11', '9-10')
    const { documents, diagnostics } = await read(wrong)
    expect(diagnostics.map(({ code, place }) => [code, place?.line]).slice(1)).toEqual([
      ['tsv-non-iob/offsets-differ', 3],
    ])
    expect([...(documents[0]?.cells[0]?.tokens ?? [])]).toEqual([0, 1, 3, 4])
  })

  it('reads a label in several pieces as one label for each, and says so: trap 25', async () => {
    const rows = '1-1\t0-1\ta\tX[1]\n1-2\t2-3\tb\t_\n1-3\t4-5\tc\tX[1]\n'
    const { documents, diagnostics } = await read(`${head}#Text=a b c\n${rows}\n`)
    expect(documents.flatMap(labelsIn)).toEqual([
      ['X', 'a'],
      ['X', 'c'],
    ])
    expect(diagnostics.map(({ code, place }) => [code, place?.line]).slice(1)).toEqual([
      ['tsv-non-iob/label-with-gap', 6],
    ])
  })

  it('finds labels and arrows in whatever column, and takes repeated arrows as one', async () => {
    const rows = '1-1\t0-1\ta\t_\tX[1]\t*\t_\n1-2\t2-3\tb\tgoes[1_2]|Y[2]\t_\t*\t[2_1]\n'
    const more = '1-3\t4-5\tc\tgoes[1_2]|Y[2]\t_\t*\t_\n'
    const { documents } = await read(`${head}#Text=a b c\n${rows}${more}\n`)
    expect(documents.flatMap(labelsIn)).toEqual([
      ['X', 'a'],
      ['Y', 'b c'],
    ])
    const arrows = documents[0]?.annotations.flatMap((one) =>
      one.type === 'relation' ? [[one.label, one.from, one.to]] : [],
    )
    expect(arrows).toEqual([
      ['goes', 'span-1', 'span-2'],
      [undefined, 'span-2', 'span-1'],
    ])
  })

  it('tells lines of other programs, which say nothing about the text', async () => {
    const text = '#FORMAT=WebAnno TSV 3.2\n#T_SP=Entity|value\n\n#Text=Zoë\n1-1\t0-3\tZoë\tP[1]\n'
    const { documents, diagnostics } = await read(text)
    expect(documents[0] && labelsIn(documents[0])).toEqual([['P', 'Zoë']])
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['tsv-non-iob/layout', undefined],
      ['tsv-non-iob/other-line', 2],
    ])
  })

  it('tells arrows that lead nowhere: trap 27', async () => {
    const { documents, diagnostics } = await read(`${head}#Text=a\n1-1\t0-1\ta\tX[1]|[1_7]\n\n`)
    expect(documents[0]?.annotations).toHaveLength(1)
    expect(diagnostics.map(({ code }) => code)).toContain('tsv-non-iob/dangling-arrow')
  })

  it('keeps line feeds and carriage returns of a text: trap 5', async () => {
    const document = documentOf(['one\ntwo\r'], [['X', 0, 1, 0, 1]])
    const { text, entries } = await written(arrowed, document)
    expect(text).toBe(`${head}#Text=one\n#Text=two\r\n1-1\t0-3\tone\t_\n1-2\t4-7\ttwo\tX[1]\n\n`)
    expect(entries).toEqual([])
    expect((await read(text ?? '')).documents[0]?.cells).toEqual(document.cells)
  })

  it('drops arrows at labels that are not written, and arrows drawn twice', async () => {
    const document = documentOf(
      ['a b'],
      [
        ['X', 0, 0, 0, 0],
        ['Y', 0, 1, 0, 1],
      ],
    )
    const arrow = { type: 'relation', labelSet: '0', label: 'r', origin: unknownOrigin } as const
    const annotations = [
      ...document.annotations,
      { ...arrow, id: 'r1', from: 's0', to: 's1' },
      { ...arrow, id: 'r2', from: 's0', to: 's1' },
      { ...arrow, id: 'r3', from: 's0', to: 'r1' },
    ]
    const { text, entries } = await written(arrowed, { ...document, annotations })
    expect(text).toContain('b\tY[2]|r[1_2]\n')
    expect(entries).toEqual([
      ['dropped', 'relation', 'arrow-without-ends'],
      ['dropped', 'relation', 'same-arrow'],
    ])
  })

  it('is written the same again', async () => {
    const { 'schema.labels': _, ...carried } = arrowed.carries
    await writtenAgain(arrowed, Object.keys(carried) as (keyof typeof carried)[])
  })
})
