import { memorySource } from '@labelport/format'
import { readAll, testFormat, writeAll, writtenAgain } from '@labelport/format-testing'
import { type LabeledDocument, textOf, tokenTexts } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { conll2003 } from '../src/index.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

testFormat(conll2003, fixtures)

const scheme = (value: string) => conll2003.configure?.({ scheme: value }) ?? conll2003
const read = (text: string, format = conll2003) => readAll(format, memorySource('a.conll', text))

async function written(documents: readonly LabeledDocument[], format = conll2003) {
  const { files } = await writeAll(format, documents)
  const decoder = new TextDecoder()
  return Object.fromEntries([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]))
}

function labelsIn(documents: readonly LabeledDocument[]): string[][] {
  return documents.flatMap(({ cells, annotations }) =>
    annotations.flatMap((one) =>
      one.type === 'span' ? [[one.label, textOf(cells, one.target)]] : [],
    ),
  )
}

describe('files', () => {
  const whole = ['standard', 'first-scheme', 'several-documents', 'beyond-ascii']
  it.each(whole)('come back byte for byte, with part of speech and chunk: %s', async (name) => {
    const text = fixtures[`../fixtures/${name}.conll`] ?? ''
    const { pieces } = await read(text)
    expect(await written(pieces)).toEqual({ 'a.conll': text })
  })

  it('keep their columns and separators when line ends are made the same: trap 5', async () => {
    const { pieces } = await read(fixtures['../fixtures/tabs-and-returns.conll'] ?? '')
    expect(await written(pieces)).toEqual({
      'a.conll':
        '-DOCSTART-\t-X-\t-X-\tO\n\nMia\tNNP\tB-NP\tB-PER\nwaits\tVBZ\tB-VP\tO\n\nOslo\tNNP\tB-NP\tB-LOC\n\n',
    })
  })

  it('hold a document for each -DOCSTART-: trap 23', async () => {
    const { documents } = await read(fixtures['../fixtures/several-documents.conll'] ?? '')
    expect(documents.map(({ name, cells }) => [name, cells.length])).toEqual([
      ['a', 1],
      ['a#2', 0],
      ['a#3', 2],
    ])
  })

  it('are cut at blanks and tabs only: trap 21', async () => {
    const { documents } = await read(fixtures['../fixtures/no-break-space.conll'] ?? '')
    const [cell] = documents[0]?.cells ?? []
    expect(tokenTexts(cell?.text ?? '', cell?.tokens ?? new Uint32Array())).toEqual([
      '11\u00a0pm.',
      'a\u3000b',
    ])
  })

  it('leave in segments when they are long', async () => {
    const text = `-DOCSTART- -X- -X- O\n\n${'a -X- -X- B-X\n\n'.repeat(5000)}`
    const { pieces } = await read(text)
    expect(pieces.map(({ segment }) => segment?.last)).toEqual([false, false, true])
    expect(await written(pieces)).toEqual({ 'a.conll': text })
  })

  it('are written the same again', () => writtenAgain(conll2003))
})

describe('tags', () => {
  it('of IOB1 give the labels they mean, and are told once: traps 17 and 19', async () => {
    const { documents, diagnostics } = await read(fixtures['../fixtures/first-scheme.conll'] ?? '')
    expect(labelsIn(documents)).toEqual([
      ['ORG', 'Harbour Club'],
      ['LOC', 'Oslo'],
      ['LOC', 'Bergen'],
    ])
    expect(diagnostics.map(({ severity, code, place }) => [severity, code, place?.line])).toEqual([
      ['info', 'conll-2003/iob1-tags', 4],
    ])
  })

  it('are held to the scheme that was asked for: trap 18', async () => {
    const text = 'a X I-P\nb X B-P\n\nc X I-P\nd X I-Q\n'
    const told = async (value: string) =>
      (await read(text, scheme(value))).diagnostics.map(({ code, place }) => [code, place?.line])
    expect(await told('iob1')).toEqual([])
    const orphans = [1, 4, 5].map((line) => ['conll-2003/orphan-inside', line])
    expect(await told('iob2')).toEqual(orphans)
    expect((await read(`${text}\ne X B-P\n`)).diagnostics.map(({ place }) => place?.line)).toEqual([
      1, 4, 5,
    ])
  })

  it('are written in the scheme that was asked for, else as they were', async () => {
    const { documents } = await read('a X I-P\nb X B-P\nc X O\nd X I-P\n')
    expect(await written(documents)).toEqual({ 'a.conll': 'a X I-P\nb X B-P\nc X O\nd X I-P\n\n' })
    expect(await written(documents, scheme('iob2'))).toEqual({
      'a.conll': 'a X B-P\nb X B-P\nc X O\nd X B-P\n\n',
    })
  })
})

it('writes awkward tokens and names with a table that brings them back: traps 20 and 22', async () => {
  const { documents } = await read('a -X- -X- B-x\nb -X- -X- O\n\n')
  const [document] = documents
  if (document === undefined) return expect.unreachable()
  const text = '-DOCSTART- a b'
  const cells = [{ row: 0, column: 0, text, tokens: Uint32Array.of(0, 10, 11, 14) }]
  const annotations = document.annotations.map((one) =>
    one.type === 'span'
      ? { ...one, label: 'my-label', target: { cell: 0, start: 11, end: 14 } }
      : one,
  )
  const { files, ledger } = await writeAll(conll2003, [{ ...document, cells, annotations }])
  expect(ledger.entries.map(({ effect, code }) => [effect, code])).toEqual([
    ['changed', 'conll-2003/token-escaped'],
    ['changed', 'conll-2003/label-escaped'],
  ])
  const sibling = (path: string) => memorySource(path, files.get(path) ?? '')
  const source = memorySource('a.conll', files.get('a.conll') ?? '')
  const back = await readAll(conll2003, source, { sibling })
  expect(back.documents[0]?.cells).toEqual(cells)
  expect(labelsIn(back.documents)).toEqual([['my-label', 'a b']])
})

it('tells damaged lines with their places', async () => {
  const { diagnostics } = await read(fixtures['../fixtures/damaged/hand-edited.conll'] ?? '')
  expect(diagnostics.map(({ code, place }) => [code.slice(11), place?.line])).toEqual([
    ['missing-tag', 4],
    ['orphan-inside', 5],
    ['unprefixed-tag', 6],
    ['empty-token', 7],
    ['orphan-inside', 9],
  ])
})

it('tells once that line ends and empty lines will be written otherwise: trap 5', async () => {
  const lines = [
    '-DOCSTART- -X- -X- O',
    '',
    'Mia NNP B-NP B-PER',
    '',
    '',
    '',
    'Ahoj UH O O',
    '',
    '',
  ]
  const { diagnostics } = await readAll(conll2003, memorySource('a.conll', lines.join('\r\n')))
  expect(diagnostics.map(({ severity, code, place }) => [severity, code, place?.line])).toEqual([
    ['info', 'conll-2003/line-ends', 1],
    ['info', 'conll-2003/blank-lines', 5],
  ])
})

it('recognises its files and leaves others alone', () => {
  const sniff = (text: string) => conll2003.reader?.sniff({ path: 'a.conll', text, complete: true })
  expect(sniff('-DOCSTART- -X- O O\n\na X X O\n')).toBe('certain')
  expect(sniff('a NN B-NP B-X\nb NN O O\n\n')).toBe('likely')
  expect(sniff('a B-X\nb O\n\n')).toBe('no')
  expect(sniff('a\tB-X\tB-Y\nb\tO\tI-Y\n\n')).toBe('no')
  expect(sniff('It rains O\nand snows\n')).toBe('no')
  expect(sniff('')).toBe('no')
})
