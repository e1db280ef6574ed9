import { memorySource } from '@labelport/format'
import { readAll, testFormat, writeAll, writtenAgain } from '@labelport/format-testing'
import {
  type Annotation,
  type LabeledDocument,
  type Span,
  textOf,
  unknownOrigin,
} from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { conllU } from '../src/index.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

testFormat(conllU, fixtures)

const read = (text: string) => readAll(conllU, memorySource('a.conllu', text))
const fixture = (name: string): string => fixtures[`../fixtures/${name}.conllu`] ?? ''

async function written(document: LabeledDocument) {
  const { files, ledger } = await writeAll(conllU, [document])
  const [text = ''] = [...files.values()].map((bytes) => new TextDecoder().decode(bytes))
  const entries = ledger.entries.map(({ effect, type, code }) => [effect, type, code.slice(8)])
  return { text, entries }
}

async function readOne(text: string): Promise<LabeledDocument> {
  const { documents } = await read(text)
  const [document] = documents
  if (document === undefined) throw new Error('Nothing was read.')
  return document
}

/** Arrows as dependency, head and dependent. */
function arrowsIn({ cells, annotations }: LabeledDocument): string[] {
  const textAt = (id: string) => {
    const span = annotations.find((one): one is Span => one.type === 'span' && one.id === id)
    return span === undefined ? '?' : `${textOf(cells, span.target)}/${span.label}`
  }
  return annotations.flatMap((one) =>
    one.type === 'relation' ? [`${one.label} ${textAt(one.from)} ${textAt(one.to)}`] : [],
  )
}

describe('files', () => {
  const sound = Object.keys(fixtures).filter((path) => path.endsWith('.conllu'))

  it.each(sound)('come back byte for byte, a byte order mark aside: %s', async (path) => {
    const text = (fixtures[path] ?? '').replace(/^\uFEFF/, '')
    const { text: again, entries } = await written(await readOne(text))
    expect(again).toBe(text.endsWith('\n') ? text : text && `${text}\n`)
    expect(entries).toEqual([])
  })

  it('leave in segments when they are long', async () => {
    const text = '# text = a\n1\ta\t_\tX\t_\t_\t0\troot\t_\t_\n\n'.repeat(3000)
    const { pieces } = await read(text)
    expect(pieces.map(({ segment }) => segment?.last)).toEqual([false, false, true])
    const { files } = await writeAll(conllU, pieces)
    expect([...files.values()].map((bytes) => new TextDecoder().decode(bytes))).toEqual([text])
  })

  it('are written the same again', () => writtenAgain(conllU))
})

describe('sentences', () => {
  it('have the text of their comment, or of forms and SpaceAfter=No: trap 13', async () => {
    const [first, second] = (await readOne(fixture('tree'))).cells
    expect([first?.text, second?.text]).toEqual(['The ferry leaves, late.', 'It  rains.'])
    const document = await readOne(fixture('without-text'))
    expect(document.cells.map(({ text }) => text)).toEqual(['שלום! עולם', 'e\u0301lan नमस्ते'])
    expect([...(document.cells[0]?.tokens ?? [])]).toEqual([0, 4, 4, 5, 6, 10])
  })

  it('whose comment does not hold the words are made of the words', async () => {
    const { documents, diagnostics } = await read(
      '# text = Oslo\n1\tBergen\t_\tX\t_\t_\t_\t_\t_\t_\n\n',
    )
    expect(documents[0]?.cells[0]?.text).toBe('Bergen')
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['conll-u/text-differs', 1],
    ])
  })
})

describe('trees', () => {
  it('become arrows from head to dependent between parts of speech', async () => {
    expect(arrowsIn(await readOne(fixture('tree'))).slice(0, 3)).toEqual([
      'det ferry/NOUN The/DET',
      'nsubj leaves/VERB ferry/NOUN',
      'punct late/ADV ,/PUNCT',
    ])
  })

  it('keep the words of a multiword token apart, and tell it', async () => {
    const { documents, diagnostics } = await read(fixture('several-words'))
    expect(documents.flatMap(arrowsIn)).toEqual(
      expect.arrayContaining(['case marché/NOUN au/ADP', 'det marché/NOUN au/DET']),
    )
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['conll-u/multiword-token', 4],
      ['conll-u/multiword-token', 8],
    ])
  })

  it('label words without a part of speech where arrows need it', async () => {
    expect(arrowsIn(await readOne(fixture('without-text')))).toEqual([
      'undefined שלום/INTJ עולם/NOUN',
      'dep e\u0301lan/_ नमस्ते/_',
    ])
  })

  it('tell heads that do not exist: trap 27', async () => {
    const { diagnostics } = await read(fixture('damaged/odd'))
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['conll-u/bad-line', 3],
      ['conll-u/bad-line', 5],
      ['conll-u/text-differs', 1],
      ['conll-u/dangling-head', 2],
    ])
  })

  it('that were changed are written into the file they came from', async () => {
    const document = await readOne(fixture('tree'))
    const annotations = document.annotations.flatMap((one): Annotation[] => {
      if (one.type === 'span' && one.label === 'DET') return [{ ...one, label: 'PRON' }]
      if (one.type === 'relation' && one.label === 'advmod') return []
      return [one]
    })
    const { text, entries } = await written({ ...document, annotations })
    expect(entries).toEqual([])
    expect(text).toBe(
      fixture('tree')
        .replace('the\tDET\tDT', 'the\tPRON\tDT')
        .replace('Degree=Pos\t3\tadvmod', 'Degree=Pos\t_\t_'),
    )
  })
})

describe('documents from elsewhere', () => {
  const span = (id: string, label: string, start: number, end: number): Span => ({
    type: 'span',
    id,
    labelSet: '0',
    label,
    target: { cell: 0, start, end },
    origin: unknownOrigin,
  })
  const arrow = (id: string, from: string, to: string): Annotation => ({
    type: 'relation',
    id,
    labelSet: '0',
    label: 'dep',
    from,
    to,
    origin: unknownOrigin,
  })
  const base = {
    id: 'd',
    name: 'd.txt',
    tasks: ['token'],
    cells: [{ row: 0, column: 0, text: 'a bc.', tokens: Uint32Array.of(0, 1, 2, 4, 4, 5) }],
    media: [],
    comments: [],
    schema: { labelSets: [], questions: [] },
  } as const

  it('have _ for what is unknown', async () => {
    const annotations = [span('1', 'X', 0, 1), span('2', 'Y', 2, 4), arrow('3', '2', '1')]
    const { text, entries } = await written({ ...base, annotations })
    expect(text).toBe(
      '# text = a bc.\n1\ta\t_\tX\t_\t_\t2\tdep\t_\t_\n2\tbc\t_\tY\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n',
    )
    expect(entries).toEqual([])
  })

  it('keep several labels of one token as words of it: trap 16', async () => {
    const annotations = [span('1', 'X', 0, 1), span('2', 'Y', 0, 1), arrow('3', '1', '2')]
    const { text } = await written({ ...base, annotations })
    expect(text).toContain(
      '1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\t_\t_\tX\t_\t_\t_\t_\t_\t_\n2\t_\t_\tY\t_\t_\t1\tdep\t_\t_\n3\tbc\t',
    )
    expect(arrowsIn(await readOne(text))).toEqual(['dep a/X a/Y'])
  })

  it('lose longer labels and what is no tree, by code', async () => {
    const annotations = [
      span('1', 'X', 0, 1),
      span('2', 'a b', 2, 4),
      span('3', 'Z', 0, 4),
      arrow('4', '1', '2'),
      arrow('5', '1', '2'),
      arrow('6', '1', '1'),
      arrow('7', '3', '1'),
    ]
    const { text, entries } = await written({ ...base, annotations })
    expect(text).toContain('2\tbc\t_\ta_b\t_\t_\t1\tdep')
    expect(entries).toEqual([
      ['changed', 'relation', 'arrow-end-changed'],
      ['dropped', 'relation', 'arrow-without-ends'],
      ['dropped', 'relation', 'second-head'],
      ['dropped', 'relation', 'self-arrow'],
      ['changed', 'span', 'label-name-changed'],
      ['dropped', 'span', 'several-tokens'],
    ])
  })

  it('tell line ends in a text and tokens that would be found elsewhere', async () => {
    const cells = [
      { row: 0, column: 0, text: 'a\nb', tokens: Uint32Array.of(0, 1, 2, 3) },
      { row: 1, column: 0, text: 'x x', tokens: Uint32Array.of(2, 3) },
    ]
    const { text, entries } = await written({ ...base, cells, annotations: [] })
    expect(text).toContain('# text = a b\n')
    expect(entries).toEqual([
      ['changed', 'cell', 'characters-replaced'],
      ['changed', 'cell', 'tokens-moved'],
    ])
  })
})
