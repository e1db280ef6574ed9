import { documentOf, schemaOf, spanOf, splitsOf } from '@labelport/format-testing'
import { type LabelSchema, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { readDocBin } from './doc-bin.ts'
import { type Written, written } from './written.ts'

const schema: LabelSchema = {
  ...schemaOf('Person', 'Place', '2024', ''),
  questions: [
    {
      id: 'mood',
      text: 'Mood',
      about: { type: 'row' },
      type: 'choice',
      multiple: true,
      options: [
        { id: 'g', name: 'glad 😀' },
        { id: 'c', name: 'calm' },
      ],
    },
  ],
}

const documents = ['a', 'b', 'c'].map((id, index) =>
  documentOf([[id, 'met', 'Zoë']], {
    id,
    schema,
    annotations: [
      spanOf('s', String(index % 2), [0, 0, 1]),
      {
        type: 'answer',
        id: 'm',
        question: 'mood',
        about: { type: 'row', row: 0 },
        value: { type: 'choice', options: [index === 1 ? 'c' : 'g'] },
        origin: unknownOrigin,
      },
    ],
  }),
)

function textsOf({ files }: Written, path: string): readonly string[] {
  return readDocBin(files.get(path) ?? new Uint8Array()).map(({ text }) => text)
}

function listOf({ files }: Written, component: string): unknown {
  const bytes = files.get(`labels/${component}.json`)
  return bytes && JSON.parse(new TextDecoder().decode(bytes))
}

const splits = splitsOf(['train', 'dev', 'te/st'], { b: 'dev' })

describe('splits', () => {
  it('have files of their own, numbered each by itself, and an empty one is named', async () => {
    const result = await written(documents, { split: 'ignored', shardDocs: '1' }, { splits })
    const paths = [...result.files.keys()]
    expect(paths.filter((path) => path.endsWith('.spacy'))).toEqual([
      'train.spacy',
      'dev.spacy',
      'train-2.spacy',
    ])
    expect(textsOf(result, 'train-2.spacy')).toEqual(['c met Zoë'])
    const whole = await written(documents, {}, { splits })
    expect(textsOf(whole, 'train.spacy')).toEqual(['a met Zoë', 'c met Zoë'])
    expect(textsOf(whole, 'dev.spacy')).toEqual(['b met Zoë'])
    expect(whole.diagnostics.map(({ message }) => message)).toEqual([
      'Split "te/st" has no doc, so it has no file.',
    ])
  })

  it('share lists of classes, unused ones included, which spaCy reads in this order', async () => {
    const result = await written(documents, {}, { splits })
    const all = { Person: -1, Place: -2, 2024: -3 }
    expect(listOf(result, 'ner')).toEqual({ 0: {}, 1: all, 2: all, 3: all, 4: all, 5: { '': 1 } })
    expect(listOf(result, 'spancat')).toEqual(['Person', 'Place', '2024'])
    expect(listOf(result, 'textcat')).toEqual(['glad 😀', 'calm'])
  })

  it('number classes as a label lock says, which keeps the place of retired ones', async () => {
    const labels = {
      text: ['Place', 'Gone', 'Person'],
      box: [],
      questions: new Map([['Mood', ['gone', 'calm', 'glad 😀']]]),
    }
    for (const given of [{ labels }, { labels, splits }]) {
      const result = await written(documents, { labels: 'spans' }, given)
      expect(listOf(result, 'spancat')).toEqual(['Place', 'Gone', 'Person', '2024'])
      expect(listOf(result, 'textcat')).toEqual(['gone', 'calm', 'glad 😀'])
      expect(listOf(result, 'ner')).toBeUndefined()
    }
  })

  it('are what lists are for: without splits and lock there are none', async () => {
    const { files } = await written(documents)
    expect([...files.keys()]).toEqual(['train.spacy'])
  })
})
