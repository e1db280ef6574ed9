import { type LabeledDocument, type Origin, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import {
  type Fates,
  flatOrigin,
  flatTarget,
  flatValue,
  parseOptions,
  peopleSpecs,
  personNames,
  schemaIndex,
  usedAnnotations,
} from '../src/index.ts'

const cells = ['a 😀 b', 'gone', 'c\ud800'].map((text, row) => ({ row, column: 0, text }))

describe('flat fields', () => {
  it('tell where something stands in its cells', () => {
    expect(flatTarget(cells, { cell: 0, start: 5, end: 2, endCell: 1 })).toEqual({
      cut: false,
      fields: {
        row_index: 0,
        column_index: 0,
        cell_start: 4,
        end_row_index: 1,
        end_column_index: 0,
        cell_end: 2,
        quote: 'b\ngo',
      },
    })
    expect(Object.values(flatTarget(cells, undefined).fields)).toEqual(Array(7).fill(null))
  })

  it('keep the types of values apart', () => {
    expect(flatValue({ type: 'number', number: 2.5 }, undefined)).toEqual({
      value_type: 'number',
      values: ['2.5'],
      option_ids: null,
      number: 2.5,
      flag: null,
      json: null,
    })
    expect(flatValue({ type: 'flag', flag: false }, undefined)).toMatchObject({ flag: false })
    expect(flatValue({ type: 'moment', iso: '2026-01-02' }, undefined).values).toEqual([
      '2026-01-02',
    ])
    expect(flatValue({ type: 'raw', json: { a: 1 } }, undefined)).toMatchObject({
      values: [],
      json: '{"a":1}',
    })
    const entries = [[{ question: 'q', value: { type: 'text', text: 'x' } }]] as const
    const group = flatValue({ type: 'group', entries }, undefined)
    expect(JSON.parse(group.json ?? '')).toEqual(entries)
  })

  it('name labels and questions by their ids, also inside groups', () => {
    const inner = { id: 'in', text: 'Inside', about: { type: 'document' }, type: 'text' } as const
    const schema = {
      labelSets: [
        { id: 's', name: 'Set', appliesTo: 'text', labels: [{ id: 'l', name: 'Label' }] },
        { id: 't', appliesTo: 'text', labels: [{ id: 'l', name: 'Other' }] },
      ],
      questions: [{ ...inner, id: 'g', type: 'group', questions: [inner] }],
    } as const
    const index = schemaIndex()
    expect(index.label(schema, 's', 'l')).toEqual({
      label_set_id: 's',
      label_set: 'Set',
      label_id: 'l',
      label: 'Label',
    })
    expect(index.label(schema, 't', 'l')).toMatchObject({ label_set: null, label: 'Other' })
    expect(index.label(schema, 't', 'new')).toMatchObject({ label: 'new' })
    expect(index.label(schema, undefined, undefined)).toMatchObject({
      label_set_id: null,
      label: null,
    })
    expect(index.question(schema, 'in')?.text).toBe('Inside')
  })

  it('tell people as pseudonyms unless names are asked for', () => {
    const origin: Origin = {
      by: 'labeler',
      user: { email: 'zoe@example.org' },
      verdict: 'accepted',
      judge: { name: 'Ahmad Example' },
    }
    const fields = (texts: Readonly<Record<string, string>>) =>
      flatOrigin(origin, personNames(parseOptions('x', peopleSpecs, texts)))
    expect(fields({}).person).toMatch(/^person-[\da-f]{12}$/)
    expect(fields({}).judged_by).not.toBe(fields({}).person)
    expect(fields({ 'people-key': 'k' }).person).not.toBe(fields({}).person)
    expect(fields({ people: 'names' })).toMatchObject({
      person: 'zoe@example.org',
      judged_by: 'Ahmad Example',
      confidence: null,
    })
    expect(fields({ people: 'none' })).toMatchObject({ person: null, judged_by: null })
  })
})

describe('used annotations', () => {
  it('leave out doubts and, step by step, whatever speaks about them', () => {
    const origin = unknownOrigin
    const about = (id: string) => ({ type: 'annotation', id }) as const
    const value = { type: 'text', text: 'x' } as const
    const answer = { type: 'answer', question: 'q', value, origin } as const
    const span = {
      type: 'span',
      labelSet: 's',
      label: 'l',
      target: { cell: 0, start: 0, end: 1 },
    } as const
    const annotations: LabeledDocument['annotations'] = [
      { ...answer, id: 'about-arrow', about: about('arrow') },
      { type: 'relation', id: 'arrow', labelSet: 's', from: 'good', to: 'bad', origin },
      { ...span, id: 'good', origin },
      { ...span, id: 'bad', origin: { by: 'conflict' } },
      { ...answer, id: 'about-good', about: about('good') },
    ]
    const document: LabeledDocument = {
      id: 'd',
      name: 'd.txt',
      tasks: ['token'],
      cells,
      media: [],
      annotations,
      comments: [],
      schema: { labelSets: [], questions: [] },
    }
    const told: string[] = []
    const fates: Pick<Fates<string>, 'drop'> = {
      drop: (type, code, id) => told.push(`${type} ${code} ${id}`),
    }
    const used = usedAnnotations(document, fates, 'exclude')
    expect(used.map(({ id }) => id)).toEqual(['good', 'about-good'])
    expect(told).toEqual([
      'span unresolved bad',
      'relation about-left-out arrow',
      'answer about-left-out about-arrow',
    ])
    expect(usedAnnotations(document, fates, 'include')).toBe(annotations)
  })
})
