import type { LabelSchema, Question } from '@labelport/model'

const row = { type: 'row' } as const
const option = (id: string, name: string) => ({ id, name })

/** Questions about the rows of the invented reviews. */
export const reviewQuestions = [
  {
    id: '0',
    text: 'Genre',
    about: row,
    type: 'choice',
    options: [option('f', 'Fiction'), option('n', 'Non fiction')],
  },
  {
    id: '1',
    text: 'Tags',
    about: row,
    type: 'choice',
    multiple: true,
    options: [option('s', 'slow'), option('u', 'funny'), option('ab', 'a;b')],
  },
  { id: '2', text: 'Stars', about: row, type: 'slider' },
  { id: '3', text: 'seen', about: row, type: 'flag' },
] as const satisfies readonly Question[]

/** Labels nothing, asks the questions above. */
export const reviewSchema: LabelSchema = { labelSets: [], questions: reviewQuestions }
