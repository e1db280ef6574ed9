import { formats } from '@labelport/catalog'
import { conll2003 } from '@labelport/format-conll-2003'
import { json } from '@labelport/format-json'
import { documentArbitrary, gallery } from '@labelport/format-testing'
import {
  type Answer,
  type LabeledDocument,
  TokenBuffer,
  unknownOrigin,
  validate,
} from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { putTogether } from './residue/put-together.ts'

const both = formats.filter(({ reader, writer }) => reader !== undefined && writer !== undefined)

describe.each(both.map((format) => [format.id, format] as const))('%s', (_, format) => {
  it('gives the source again from its files and the residue, whatever the document', async () => {
    const property = fc.asyncProperty(documentArbitrary(), async (document) => {
      const { found, diagnostics, kept } = await putTogether([document], format)
      expect(kept.flatMap((one) => validate(one))).toEqual([])
      expect(diagnostics).toEqual([])
      expect(found).toEqual([document])
    })
    await fc.assert(property, { numRuns: 15, seed: 20_26 })
  })

  it('gives every document of the gallery again', async () => {
    for (const document of Object.values(gallery)) {
      const { found, diagnostics } = await putTogether([document], format)
      expect(diagnostics).toEqual([])
      expect(found).toEqual([document])
    }
  })
})

/** Two rows with a label inside another one, which CoNLL cannot hold. */
const garden: LabeledDocument = {
  id: 'garden',
  name: 'garden.txt',
  tasks: ['token'],
  cells: [cell(0, 'Salbei wächst hier'), cell(1, 'Moos auch')],
  media: [],
  annotations: [
    span('plant', 'Pflanze', 0, 0, 6),
    span('place', 'Ort', 0, 7, 18),
    span('verb', 'Wort', 0, 7, 13),
    span('moss', 'Pflanze', 1, 0, 4),
    {
      ...{ type: 'relation', id: 'grows', labelSet: 'a', label: 'Pflanze' },
      ...{ from: 'plant', to: 'place', origin: unknownOrigin },
    },
  ],
  comments: [{ id: 'c', text: 'Wirklich?', about: { type: 'annotation', id: 'moss' } }],
  schema: {
    labelSets: [
      {
        id: 'a',
        appliesTo: 'text',
        labels: ['Pflanze', 'Ort', 'Wort'].map((name) => ({ id: name, name })),
      },
    ],
    questions: [],
  },
}

const question: Answer = {
  ...{ type: 'answer', id: 'q', question: 'q', about: { type: 'document' } },
  ...{ value: { type: 'text', text: '' }, origin: unknownOrigin },
}

function cell(row: number, text: string) {
  const tokens = new TokenBuffer()
  for (const { index, 0: word } of text.matchAll(/\S+/g)) tokens.add(index, index + word.length)
  return { row, column: 0, text, tokens: tokens.take() }
}

function span(id: string, label: string, at: number, start: number, end: number) {
  const origin = { by: 'labeler', user: { name: 'Ann' } } as const
  return {
    type: 'span',
    id,
    labelSet: 'a',
    label,
    target: { cell: at, start, end },
    origin,
  } as const
}

/** What came of an edit of the CoNLL file. */
async function edited(edit: (text: string) => string) {
  const { found, diagnostics } = await putTogether([garden], conll2003, edit)
  const [document] = found
  if (document === undefined || found.length > 1) throw new Error('Expected one document.')
  expect(validate(document)).toEqual([])
  return { document, codes: diagnostics.map(({ code }) => code) }
}

describe('edits made meanwhile', () => {
  it('leave everything as it was where nothing was edited', async () => {
    expect(await edited((text) => text)).toEqual({ document: garden, codes: [] })
  })

  it('relabel a span, which keeps its id and what points at it, and is no longer Ann’s', async () => {
    const { document, codes } = await edited((text) => text.replaceAll('-Ort', '-Pflanze'))
    expect(codes).toEqual([])
    const place = document.annotations.find(({ id }) => id === 'place')
    expect(place).toMatchObject({ label: 'Pflanze', origin: unknownOrigin })
    expect(document.annotations.map(({ id }) => id)).toEqual(garden.annotations.map(({ id }) => id))
  })

  it('take a span away, and with it, told, the arrow that began there', async () => {
    const { document, codes } = await edited((text) => text.replaceAll(/[BI]-Ort/g, 'O'))
    const ids = document.annotations.map(({ id }) => id)
    expect(ids).not.toContain('place')
    expect(ids).not.toContain('grows')
    expect(codes).toEqual(['engine/residue-about-gone'])
  })

  it('add a span under an id of its own', async () => {
    const { document, codes } = await edited((text) => text.replace(/(auch.*) O/, '$1 B-Ort'))
    expect(codes).toEqual([])
    expect(document.annotations.slice(0, -1)).toEqual(garden.annotations)
    expect(document.annotations.at(-1)).toMatchObject({
      type: 'span',
      label: 'Ort',
      target: { cell: 1, start: 5, end: 9 },
    })
  })

  it('change the text, and what only the residue holds of it is left out and told', async () => {
    const { document, codes } = await edited((text) => text.replace('wächst', 'blüht'))
    expect(document.cells[0]?.text).toBe('Salbei blüht hier')
    expect(document.annotations.map(({ id }) => id)).not.toContain('verb')
    expect(codes).toContain('engine/residue-text-changed')
    expect(document.comments).toEqual(garden.comments)
  })

  it('touch the form a label has in the file: it stays as it was, and that is told', async () => {
    const part = span('part', 'Ort', 1, 5, 7)
    const source = { ...garden, annotations: [...garden.annotations, part] }
    const whole = await putTogether([source], conll2003)
    expect(whole).toMatchObject({ found: [source], diagnostics: [] })
    const edit = (text: string) => text.replace(/(auch.*)B-Ort/, '$1O')
    const { found, diagnostics } = await putTogether([source], conll2003, edit)
    expect(found[0]?.annotations).toContainEqual(part)
    expect(diagnostics).toMatchObject([{ code: 'engine/residue-form-edited' }])
  })

  it('add a row, and the file is taken as it is', async () => {
    const { document, codes } = await edited((text) => `${text}\nFarn -X- -X- B-Pflanze\n`)
    expect(document.cells).toHaveLength(3)
    expect(document.id).toBe('garden')
    expect(codes).toEqual(['engine/residue-rows-moved'])
  })
})

it('puts documents back into the order of the source, and tells of those without a file', async () => {
  const documents = ['b.txt', 'c.txt', 'a.txt'].map((name, at) => ({
    ...garden,
    ...{ id: name, name, cells: [cell(0, `Salbei wächst hier ${at}`), cell(1, 'Moos auch')] },
  }))
  const { found, diagnostics } = await putTogether(documents, conll2003)
  expect(found).toEqual(documents)
  expect(diagnostics).toEqual([])
})

it('tells copies of one document apart, also those without any text', async () => {
  const copies = ['ann', 'ben', 'cy'].map((user) => ({
    ...garden,
    ...{ id: `${user}/garden`, cells: [], comments: [] },
    ...{ cabinet: { role: 'labeler' as const, user: { name: user } } },
    annotations: [{ ...question, value: { type: 'text' as const, text: user } }],
  }))
  for (const documents of [copies, copies.map((one) => ({ ...one, cells: garden.cells }))]) {
    const { found, diagnostics } = await putTogether(documents, json)
    expect(diagnostics).toEqual([])
    expect(found).toEqual(documents)
  }
})
