import { cellOf, documentOf, schemaOf, spanOf } from '@labelport/format-testing'
import { emptySchema } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { readWebanno } from './read-webanno.ts'
import { written } from './written.ts'

const arrow = { type: 'relation', labelSet: 'set', origin: { by: 'unknown' } } as const

describe('labels', () => {
  it('are cut to tokens when they begin or end between them, and tell their arrows', async () => {
    const { files, fates } = await written([
      documentOf([['a', 'b', 'c']], {
        annotations: [
          spanOf('s1', '0', [0, 1, 4]),
          spanOf('s2', '0', [0, 1, 2]),
          { ...arrow, id: 'r1', from: 's1', to: 's1' },
          { ...arrow, id: 'r2', from: 's1', to: 's2' },
        ],
      }),
    ])
    expect(files['a.txt.tsv']).toContain('1-2\t2-3\tb\tPerson\t*\t1-2\t\n')
    expect(fates).toEqual([
      'relation changed webanno-tsv/end-changed 1',
      'relation dropped webanno-tsv/end-missing 1',
      'span changed webanno-tsv/span-trimmed 1',
      'span dropped webanno-tsv/span-without-token 1',
    ])
  })

  it('are dropped inside a character, and tell rows that are left out', async () => {
    const hidden = cellOf(1, ['no'], { status: 'hidden' })
    const { files, fates } = await written([
      documentOf([], {
        cells: [cellOf(0, ['😀']), hidden, cellOf(2, ['']), cellOf(3, ['yes'])],
        annotations: [
          spanOf('s1', '0', [0, 0, 1]),
          spanOf('s2', '1', [0, 0, 3], { endCell: 3 }),
          spanOf('s3', '0', [1, 0, 2]),
        ],
      }),
    ])
    const { text, spans } = readWebanno(files['a.txt.tsv'] ?? '')
    expect(text).toBe('😀\nyes')
    expect(spans).toEqual([{ value: 'Place', begin: 0, end: 6 }])
    expect(fates).toEqual([
      'cell dropped webanno-tsv/cell-empty 1',
      'cell dropped webanno-tsv/cell-hidden 1',
      'span changed webanno-tsv/over-left-out 1',
      'span dropped webanno-tsv/span-cuts-character 1',
      'span dropped webanno-tsv/span-without-token 1',
    ])
  })

  it('are left out in conflict or rejected, unless they are asked for', async () => {
    const document = documentOf([['a', 'b']], {
      annotations: [
        spanOf('s1', '0', [0, 0, 1], { origin: { by: 'conflict' } }),
        spanOf('s2', '0', [0, 2, 3], { origin: { by: 'labeler', verdict: 'rejected' } }),
      ],
    })
    const excluded = await written([document])
    expect(excluded.fates).toEqual([
      'span dropped webanno-tsv/rejected 1',
      'span dropped webanno-tsv/unresolved 1',
    ])
    const included = await written([document], { unresolved: 'include' })
    expect(included.fates).toEqual([])
  })

  it('keep every sign in their names but those that break lines and stacks', async () => {
    const names = ['a\\b|c', '*', '_', 'x->1-2', 'tab\there', 'end\\', 'cr\rhere', 'half\ud83d', '']
    const annotations = names.map((_, index) => spanOf(`s${index}`, String(index), [0, 0, 1]))
    const { files, fates } = await written([
      documentOf([['a']], { schema: schemaOf(...names), annotations }),
    ])
    const { spans } = readWebanno(files['a.txt.tsv'] ?? '')
    expect(spans.map(({ value }) => value)).toEqual([
      ...names.slice(0, 5),
      'end/',
      'cr here',
      'half\ufffd',
      undefined,
    ])
    expect(fates).toEqual(['span changed webanno-tsv/name-respelled 3'])
  })

  it('of the tenth part of a token are numbered, because WebAnno finds nine', async () => {
    const letters = 'abcdefghijkl'
    const annotations = Array.from(letters, (_, at) => spanOf(`s${at}`, '0', [0, at, at + 1]))
    const { files } = await written([
      documentOf([[letters]], {
        annotations: [...annotations, { ...arrow, id: 'r', from: 's11', to: 's0' }],
      }),
    ])
    const file = files['a.txt.tsv'] ?? ''
    expect(file).toContain('1-1.9\t8-9\ti\tPerson\t')
    expect(file).toContain('1-1.12\t11-12\tl\tPerson[3]\t')
    const [{ from, to } = { from: undefined, to: undefined }] = readWebanno(file).relations
    expect([from?.begin, to?.begin]).toEqual([11, 0])
  })
})

describe('text', () => {
  it('without tokens, or before the first, is cut at white space', async () => {
    const late = cellOf(0, ['Zoë met']).text
    const { files, fates } = await written([
      documentOf([], {
        cells: [
          { row: 0, column: 0, text: '  two words' },
          { row: 1, column: 0, text: late, tokens: Uint32Array.of(4, 7) },
          { row: 2, column: 0, text: ' \n ' },
        ],
      }),
    ])
    const { text, tokens } = readWebanno(files['a.txt.tsv'] ?? '')
    expect(text).toBe('  two words\nZoë met')
    expect(tokens.map(({ begin, end }) => text.slice(begin, end))).toEqual([
      'two',
      'words',
      'Zoë',
      'met',
    ])
    expect(fates).toEqual([
      'cell changed webanno-tsv/tokens-cut 2',
      'cell dropped webanno-tsv/cell-empty 1',
    ])
  })

  it('keeps line ends, tabs and control characters, but not space other than blanks in front', async () => {
    const nasty = 'a\tb\r\nc\\n\n\n\u0001 \f\u2028d\n'
    const { files, fates } = await written([
      documentOf([], {
        schema: emptySchema,
        cells: [
          { row: 0, column: 0, text: nasty, tokens: Uint32Array.of(0, 3, 5, 9) },
          { row: 1, column: 0, text: '\tx', tokens: Uint32Array.of(1, 2) },
        ],
      }),
    ])
    expect(readWebanno(files['a.txt.tsv'] ?? '').text).toBe(`${nasty}\n x`)
    expect(fates).toEqual(['cell changed webanno-tsv/cell-respelled 1'])
  })
})
