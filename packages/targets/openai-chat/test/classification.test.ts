import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { choiceOf, documentOf, spanOf, tableOf } from './documents.ts'
import { linesIn } from './read-back.ts'
import { chatFaults } from './vendor-rules.ts'
import { written } from './written.ts'

interface ChatLine {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

const reviews = ['Good 😀', 'שלום', 'unanswered', '']

function answered(parts: Partial<LabeledDocument> = {}) {
  return tableOf(reviews, {
    annotations: [
      choiceOf('a0', 'mood', { type: 'row', row: 0 }, ['g']),
      choiceOf('a1', 'mood', { type: 'row', row: 1 }, ['c']),
      choiceOf('a3', 'mood', { type: 'row', row: 3 }, ['c']),
      choiceOf('again', 'mood', { type: 'row', row: 1 }, ['g']),
      choiceOf('d', 'topics', { type: 'document' }, ['t2', 't1']),
    ],
    ...parts,
  })
}

async function turns(...args: Parameters<typeof written>) {
  const result = await written(...args)
  const lines = linesIn<ChatLine>(result.files['train.jsonl'])
  return {
    ...result,
    turns: lines.map(({ messages }) => messages.slice(-2).map((one) => one.content)),
  }
}

describe('classification', () => {
  it('is what the golden file says, and what the vendors ask for, trap 87', async () => {
    const { files, fates } = await written([answered()])
    await expect(files['train.jsonl']).toMatchFileSnapshot('../golden/classification.jsonl')
    expect(chatFaults(files['train.jsonl'] ?? '')).toEqual([])
    expect(fates).toEqual([
      'answer dropped openai-chat/empty-text 1',
      'answer dropped openai-chat/other-question 1',
      'answer dropped openai-chat/second-answer 1',
      'cell dropped openai-chat/empty-text 1',
      'cell dropped openai-chat/no-answer 1',
    ])
  })

  it('takes another question by its text, about documents too, with a line for each class', async () => {
    const { turns: found, files } = await turns([answered()], { question: 'Topics' })
    expect(found).toEqual([[reviews.join('\n'), 'air\nsea']])
    expect(files['train.jsonl']).toContain('one or more, a line for each: sea, air.')
    const json = await turns([answered()], { question: 'topics', answer: 'json' })
    expect(json.turns[0]?.[1]).toBe('{"labels":["air","sea"]}')
  })

  it('answers open questions with their text', async () => {
    const value = { type: 'text', text: 'because' } as const
    const annotations = [{ ...choiceOf('w', 'why', { type: 'row', row: 0 }, []), value }]
    const { turns: found, fates } = await turns([answered({ annotations })], { question: 'why' })
    expect(found).toEqual([['Good 😀', 'because']])
    expect(fates[0]).toBe('answer changed openai-chat/answer-as-text 1')
  })

  it('is chosen for documents without labels in text, and drops what is another task', async () => {
    const schema = { ...documentOf().schema, questions: tableOf([]).schema.questions }
    const both = answered({ schema, columns: [] })
    const annotations = [...both.annotations, spanOf('s', 'p', [0, 0, 4])]
    const document = { ...both, annotations }
    expect((await turns([document])).fates).toContain('answer dropped openai-chat/other-task 5')
    const asked = await turns([document], { task: 'classification' })
    expect(asked.fates).toContain('span dropped openai-chat/other-task 1')
    expect(asked.turns).toHaveLength(2)
  })

  it('goes to the file of its split, and warns below ten examples, trap 87', async () => {
    const many = Array.from({ length: 10 }, (_, index) => `text ${index}`)
    const about = (row: number) => ({ type: 'row', row }) as const
    const big = tableOf(many, {
      annotations: many.map((text, row) => choiceOf(text, 'mood', about(row), ['g'])),
    })
    const documents = [big, { ...answered(), id: 'd2', name: 'b.csv' }]
    const splits = {
      names: ['train', 'dev', 'test'],
      of: ({ id }: LabeledDocument) => (id === 'd2' ? 'dev' : 'train'),
    }
    const { files, diagnostics } = await written(documents, {}, { splits })
    expect(Object.keys(files)).toEqual(['train.jsonl', 'dev.jsonl'])
    expect(linesIn(files['train.jsonl'])).toHaveLength(10)
    expect(diagnostics).toMatchObject([
      { code: 'openai-chat/few-examples', message: expect.stringContaining('"dev.jsonl" has 2') },
      { code: 'openai-chat/split-empty' },
    ])
  })

  it('puts rows of segments together as if they came at once', async () => {
    const whole = answered()
    const segments = [0, 1].map((index) => ({
      ...whole,
      cells: whole.cells.filter(({ row }) => row % 2 === index),
      annotations: whole.annotations.filter((one) => {
        return one.type === 'answer' && one.about.type === 'row' && one.about.row % 2 === index
      }),
      segment: { index, last: index === 1 },
    }))
    expect((await turns(segments)).turns).toEqual((await turns([whole])).turns)
    const topics = choiceOf('d', 'topics', { type: 'document' }, ['t1'])
    const [first, last] = segments
    if (first === undefined || last === undefined) throw new Error('There are two segments.')
    const asked = await turns([first, { ...last, annotations: [topics] }], { question: 'topics' })
    expect(asked.turns).toEqual([[['Good 😀', 'unanswered', 'שלום', ''].join('\n'), 'sea']])
  })

  it('leaves out untouched uploads, and writes no file without an example', async () => {
    const { files, diagnostics } = await written([answered({ cabinet: { role: 'root' } })])
    expect(files).toEqual({})
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'openai-chat/root-copy',
      'openai-chat/no-examples',
    ])
  })
})
