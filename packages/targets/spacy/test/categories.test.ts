import { documentOf } from '@labelport/format-testing'
import { type Answer, type LabelSchema, type Question, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { written } from './written.ts'

function question(
  id: string,
  type: Question['about']['type'],
  ...names: readonly string[]
): Question {
  const options = names.map((name) => ({ id: `${id}-${name}`, name }))
  const about = type === 'label' ? { type, labelSet: 'set', label: '0' } : ({ type } as const)
  return { id, text: id.toUpperCase(), about, type: 'choice', multiple: true, options }
}

function answer(id: string, of: string, about: Answer['about'], ...options: string[]): Answer {
  const value = { type: 'choice', options: options.map((name) => `${of}-${name}`) } as const
  return { type: 'answer', id, question: of, about, value, origin: unknownOrigin }
}

function asking(...questions: readonly Question[]): LabelSchema {
  return { labelSets: [], questions }
}

const rows = [['good'], ['bad'], ['unseen']]
const mood = asking(question('mood', 'row', 'glad', 'calm'))
const row = (index: number) => ({ type: 'row', row: index }) as const

describe('categories', () => {
  it('are all given where there is an answer and none where there is not, trap 24', async () => {
    const annotations = [
      answer('a', 'mood', row(0), 'glad'),
      answer('b', 'mood', row(1), 'calm', 'glad'),
      answer('c', 'mood', row(1), 'calm'),
    ]
    const { docs, fates } = await written([documentOf(rows, { schema: mood, annotations })])
    expect(docs.map(({ cats }) => cats)).toEqual([{ glad: 1, calm: 0 }, { glad: 1, calm: 1 }, {}])
    expect(fates).toEqual(['answer dropped spacy/second-answer 1'])
  })

  it('also name what is no option, in all docs', async () => {
    const odd: Answer = {
      ...answer('b', 'mood', row(1)),
      value: { type: 'text', text: 'other \ud800' },
    }
    const annotations = [answer('a', 'mood', row(0), 'glad'), odd]
    const { docs } = await written([documentOf(rows, { schema: mood, annotations })])
    expect(docs.map(({ cats }) => cats)).toEqual([
      { glad: 1, calm: 0, 'other \\ud800': 0 },
      { glad: 0, calm: 0, 'other \\ud800': 1 },
      {},
    ])
  })

  it('are named with their question where there are several, or one is chosen', async () => {
    const schema = asking(...mood.questions, question('kind', 'row', 'new'))
    const annotations = [answer('a', 'mood', row(0), 'glad'), answer('b', 'kind', row(0), 'new')]
    const document = documentOf(rows, { schema, annotations })
    const all = await written([document])
    expect(all.docs[0]?.cats).toEqual({ 'MOOD: glad': 1, 'MOOD: calm': 0, 'KIND: new': 1 })
    const one = await written([document], { question: 'KIND' })
    expect(one.docs[0]?.cats).toEqual({ new: 1 })
    expect(one.fates).toEqual(['answer dropped spacy/other-question 1'])
  })

  it('come from answers about the document where the document is the doc', async () => {
    const schema = asking(question('topic', 'document', 'sea', 'land'))
    const annotations = [answer('a', 'topic', { type: 'document' }, 'sea')]
    const document = documentOf(rows, { schema, annotations })
    const { docs, fates } = await written([document])
    expect(docs).toHaveLength(1)
    expect(docs[0]).toMatchObject({ text: 'good\nbad\nunseen', cats: { sea: 1, land: 0 } })
    expect(docs[0]?.data).toEqual({ document: 'a.txt' })
    expect(fates).toEqual([])
    const rowwise = await written([document], { unit: 'row' })
    expect(rowwise.docs).toHaveLength(3)
    expect(rowwise.fates).toEqual(['answer dropped spacy/other-unit 1'])
  })

  it('are choices about docs and nothing else', async () => {
    const schema = asking(
      ...mood.questions,
      { id: 'why', text: 'Why?', about: { type: 'row' }, type: 'text' },
      question('sort', 'label', 'x'),
    )
    const hidden = documentOf(rows, { schema }).cells.map((cell) => {
      return cell.row === 2 ? { ...cell, status: 'hidden' as const } : cell
    })
    const annotations: Answer[] = [
      { ...answer('a', 'why', row(0)), value: { type: 'text', text: 'because' } },
      { ...answer('b', 'mood', row(0)), value: { type: 'number', number: 3 } },
      answer('c', 'sort', { type: 'annotation', id: 'a' }, 'x'),
      answer('d', 'mood', row(2), 'glad'),
    ]
    const { fates } = await written([documentOf(rows, { schema, annotations, cells: hidden })])
    expect(fates).toEqual([
      'answer dropped spacy/left-out 1',
      'answer dropped spacy/no-place 1',
      'answer dropped spacy/not-a-choice 2',
      'cell dropped spacy/hidden-cell 1',
    ])
  })

  it('that come up after a file was written are told', async () => {
    const late: Answer = { ...answer('b', 'mood', row(1)), value: { type: 'text', text: 'late' } }
    const early = documentOf(rows, {
      schema: mood,
      annotations: [answer('a', 'mood', row(0), 'glad')],
    })
    const other = documentOf(rows, { id: 'd2', schema: mood, annotations: [late] })
    const apart = await written([early, other], { shardDocs: '2' })
    expect([...apart.files.keys()]).toEqual(['train.spacy', 'train-2.spacy', 'train-3.spacy'])
    expect(apart.docs.map(({ cats }) => Object.keys(cats).length)).toEqual([2, 0, 0, 0, 3, 0])
    expect(apart.diagnostics.map(({ code }) => code)).toEqual(['spacy/late-category'])
    const together = await written([early, other])
    expect(together.docs[0]?.cats).toEqual({ glad: 1, calm: 0, late: 0 })
    expect(together.diagnostics).toEqual([])
  })
})

describe('files', () => {
  it('hold the segments of a document as one', async () => {
    const segments = [0, 1].map((index) => ({
      ...documentOf([[`row${index}`]]),
      segment: { index, last: index === 1 },
    }))
    const { docs } = await written(segments, { unit: 'document' })
    expect(docs.map(({ text }) => text)).toEqual(['row0\nrow1'])
  })

  it('hold the bytes of the golden file', async () => {
    const annotations = [answer('a', 'mood', row(0), 'glad')]
    const document = documentOf([['Zoë', '😀'], ['שלום']], { schema: mood, annotations })
    const { files } = await written([document], { split: 'dev' })
    const hex = [...(files.get('dev.spacy') ?? [])].map((byte) =>
      byte.toString(16).padStart(2, '0'),
    )
    const text = `${hex.join('').replaceAll(/.{64}/g, '$&\n')}\n`
    await expect(text).toMatchFileSnapshot('../golden/dev.spacy.hex')
  })

  it('are refused with options that do not exist', async () => {
    await expect(written([], { unit: 'sentence' })).rejects.toThrow('one of auto, row, document')
  })
})
