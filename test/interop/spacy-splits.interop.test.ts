import { splitsOf } from '@labelport/format-testing'
import { unknownOrigin } from '@labelport/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { spacy } from '../../packages/targets/spacy/src/index.ts'
import { lines, marks, schema, textDocument } from './documents.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

const options = ['glad 😀', 'calm', 'never chosen'].map((name, index) => ({
  id: String(index),
  name,
}))

const asked = {
  labelSets: schema.labelSets,
  questions: [
    {
      id: 'mood',
      text: 'Mood',
      about: { type: 'row' },
      type: 'choice',
      multiple: true,
      options,
    },
  ],
} as const

const documents = ['a', 'b'].map((id, option) =>
  textDocument(id, {
    schema: asked,
    annotations: [
      ...(id === 'a' ? marks.slice(0, 2) : marks),
      ...lines.map((_, row) => ({
        type: 'answer' as const,
        id: `m${row}`,
        question: 'mood',
        about: { type: 'row' as const, row },
        value: { type: 'choice' as const, options: [String(option)] },
        origin: unknownOrigin,
      })),
    ],
  }),
)

const place = 'Place: "east" # side'

describe.skipIf(!hasPython)('spacy splits × spaCy', () => {
  let reading: unknown

  beforeAll(async () => {
    const splits = splitsOf(['train', 'dev'], { b: 'dev' })
    const labels = {
      text: [place, 'Retired', 'Person'],
      box: [],
      questions: new Map([['Mood', ['calm', 'retired']]]),
    }
    const { folder } = await writeFolder(spacy, documents, { splits, labels })
    reading = await check('read_docbin_splits.py', folder)
  })

  it('trains on one file, scores on the other, and numbers classes as the lists say', () => {
    const texts = lines.filter((line) => line !== '')
    const classes = [place, 'Retired', 'Person', 'Unused 😀']
    expect(reading).toEqual({
      texts: { train: texts, dev: texts },
      labels: {
        ner: classes,
        spancat: classes,
        textcat_multilabel: ['calm', 'retired', 'glad 😀', 'never chosen'],
      },
      read: [...classes].sort(),
      losses: ['ner', 'spancat', 'textcat_multilabel'],
      scored: ['cats_score', 'ents_f', 'spans_sc_f'],
    })
  })
})
