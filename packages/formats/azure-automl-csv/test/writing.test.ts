import { covered, documentArbitrary, textDocument } from '@labelport/format-testing'
import { features, type LabeledDocument, TokenBuffer } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configured, read, write } from './session.ts'

function fates({ entries }: Awaited<ReturnType<typeof write>>['ledger']) {
  return entries.map(({ effect, code, count }) => [
    effect,
    code.replace('azure-automl-csv/', ''),
    count,
  ])
}

/** The document with what lies between blanks as tokens. */
function tokenized(document: LabeledDocument): LabeledDocument {
  const buffer = new TokenBuffer()
  const cells = document.cells.map((cell) => {
    for (const { index, 0: word } of cell.text.matchAll(/[^ ]+/g)) {
      buffer.add(index, index + word.length)
    }
    return { ...cell, tokens: buffer.take() }
  })
  return { ...document, cells }
}

describe('tokens', () => {
  const walk = tokenized(
    textDocument(
      ['Zoë met Bo Bo', '#1 a\u00a0b'],
      [
        [0, 0, 3, 'l-Person'],
        [0, 8, 10, 'l-Person'],
        [0, 11, 13, 'l-Person'],
        [0, 0, 10, 'l-Place'],
      ],
    ),
  )

  it('are lines of a token, a blank and a tag, with an empty line after each row (traps 21, 22)', async () => {
    const { files, ledger } = await write([walk])
    expect(files['walk.txt']).toBe(
      'Zoë B-Place\nmet I-Place\nBo I-Place\nBo B-Person\n\n␛23;1 O\na␛a0;b O\n\n',
    )
    expect(fates(ledger)).toEqual([
      ['changed', 'token-escaped', 1],
      ['dropped', 'overlap', 2],
    ])
    const { documents } = await read(files, 'walk.txt')
    expect(documents[0]?.cells.map(({ text }) => text)).toEqual(walk.cells.map(({ text }) => text))
    expect(covered(documents[0])).toEqual(['Zoë met Bo/Place', 'Bo/Person'])
  })

  it('come back equal from any text and any labels that share no token', async () => {
    const carried = ['text', 'tokens', 'span'] as const
    await fc.assert(
      fc.asyncProperty(documentArbitrary(carried), async (document) => {
        const { files, ledger } = await write([document])
        fc.pre(ledger.entries.length === 0)
        const { schema, name } = document
        const { documents } = await read(files, name, { schema, documentName: name })
        for (const feature of carried) {
          const found = documents.flatMap((one): unknown[] => [...features[feature](one)])
          expect(found).toEqual(features[feature](document))
        }
      }),
      { seed: 20_26, numRuns: 100 },
    )
  })
})

describe('classes', () => {
  const reviews = (
    multiple: boolean,
    ...chosen: readonly (readonly string[])[]
  ): LabeledDocument => ({
    ...textDocument(chosen.map((_, row) => `text ${row}`)),
    name: 'reviews.csv',
    tasks: ['row'],
    schema: {
      labelSets: [],
      questions: [
        {
          id: 'q',
          text: 'Mood',
          about: { type: 'row' },
          type: 'choice',
          ...(multiple && { multiple }),
          options: ["it's", 'calm, mostly', 'glad'].map((name) => ({ id: name, name })),
        },
      ],
    },
    annotations: chosen.map((options, row) => ({
      type: 'answer',
      id: `a${row}`,
      question: 'q',
      about: { type: 'row', row },
      value: { type: 'choice', options },
      origin: { by: 'unknown' },
    })),
  })

  it('are lists where a question takes several answers (trap 48)', async () => {
    const document = reviews(true, ["it's", 'calm, mostly'], ['glad'])
    const { files, ledger } = await write([document])
    expect(files).toEqual({
      'reviews.csv': `text,labels\ntext 0,"[""it's"", 'calm, mostly']"\ntext 1,['glad']\n`,
    })
    expect(ledger.entries).toEqual([])
    const { documents } = await read(files, 'reviews.csv', { schema: document.schema })
    expect(documents.flatMap(features['answer.row'])).toEqual(features['answer.row'](document))
  })

  it('are plain where it takes one, and what could be misread is told (trap 40)', async () => {
    const document = reviews(false, ['glad'], ['calm, mostly'])
    const { files, ledger } = await write([document])
    expect(files).toEqual({ 'reviews.csv': 'text,label\ntext 0,glad\ntext 1,"calm, mostly"\n' })
    expect(fates(ledger)).toEqual([['changed', 'class-ambiguous', 1]])
    const { documents } = await read(files, 'reviews.csv', { schema: document.schema })
    expect(documents.flatMap(features['answer.row'])).toEqual(features['answer.row'](document))
  })

  it('become lists in a later segment only where they must, and that is told', async () => {
    const whole = reviews(false, ['glad'], ['glad', "it's"])
    const segment = (index: number) => ({
      ...whole,
      segment: { index, last: index === 1 },
      cells: whole.cells.slice(index, index + 1),
      annotations: whole.annotations.slice(index, index + 1),
    })
    const { files, ledger } = await write([segment(0), segment(1)])
    expect(files['reviews.csv']).toBe(`text,label\ntext 0,glad\ntext 1,"['glad', ""it's""]"\n`)
    expect(fates(ledger)).toEqual([['changed', 'several-in-one', 1]])
  })

  it('are written only where rows were answered, unless the option "task" says so', async () => {
    const { files } = await write([reviews(false, ['glad'])], configured({ task: 'tokens' }))
    expect(Object.keys(files)).toEqual(['reviews.csv.txt'])
  })
})
