import { describe, expect, it } from 'vitest'
import { documentOf, rows, spanOf } from './documents.ts'
import { linesIn } from './read-back.ts'
import { chatFaults } from './vendor-rules.ts'
import { written } from './written.ts'

interface ChatLine {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

const labeled = documentOf({
  annotations: [
    spanOf('s2', 'l', [0, 22, 26]),
    spanOf('s1', 'p', [0, 0, 3]),
    spanOf('s3', 'p', [0, 0, 18]),
    spanOf('s4', 'l', [0, 22, 4], { endCell: 1 }),
  ],
})

async function contentsOf(...args: Parameters<typeof written>) {
  const result = await written(...args)
  const lines = linesIn<ChatLine>(result.files['train.jsonl'])
  return { ...result, contents: lines.map(({ messages }) => messages.map((one) => one.content)) }
}

describe('extraction', () => {
  it('is what the golden file says, and what the vendors ask for, trap 87', async () => {
    const { files, fates, diagnostics } = await written([labeled, documentOf({ id: 'd2' })])
    await expect(files['train.jsonl']).toMatchFileSnapshot('../golden/extraction.jsonl')
    expect(chatFaults(files['train.jsonl'] ?? '')).toEqual([])
    expect(fates).toEqual(['span changed openai-chat/quote-only 4'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['openai-chat/few-examples'])
  })

  it('counts offsets in code points of the text it shows, in reading order, trap 1', async () => {
    const { contents, fates } = await contentsOf([labeled], { answer: 'offsets' })
    const [[, text = '', answer = ''] = []] = contents
    expect(text).toBe(rows.join('\n'))
    const { entities } = JSON.parse(answer)
    const points = Array.from(text)
    for (const { text: quote, start, end } of entities) {
      expect(points.slice(start, end).join('')).toBe(quote)
    }
    expect(entities.map(({ text: quote }: { text: string }) => quote)).toEqual([
      'Zoë',
      'Zoë met 😀 "Ahmad"',
      'Łódź',
      'Łódź\nשלום',
    ])
    expect(fates).toEqual([])
  })

  it('takes rows one by one when asked, and cuts labels at their ends', async () => {
    const { contents, fates } = await contentsOf([labeled], { unit: 'row', answer: 'offsets' })
    expect(contents.map(([, text]) => text)).toEqual([...rows])
    expect(JSON.parse(contents[1]?.[2] ?? '')).toEqual({
      entities: [{ label: 'Place {text}', text: 'שלום', start: 0, end: 4 }],
    })
    expect(fates).toEqual(['span changed openai-chat/span-split 1'])
  })

  it('fills templates once and leaves braces alone that are none of its own', async () => {
    const options = { system: 'Labels: {labels}. {"a": {}} {{text}}', user: '<{document}>\n{text}' }
    const { contents } = await contentsOf([labeled], options)
    expect(contents[0]?.slice(0, 2)).toEqual([
      'Labels: Person, Place {text}. {"a": {}} {text}',
      `<a.txt>\n${rows.join('\n')}`,
    ])
    const bare = await contentsOf([labeled], { system: '' })
    expect(bare.contents[0]).toHaveLength(2)
  })

  it('refuses templates that ask for what nobody knows, or not for the text', async () => {
    await expect(written([], { user: 'Hello {name}' })).rejects.toMatchObject({
      diagnostic: {
        code: 'openai-chat/unknown-placeholder',
        message: expect.stringContaining('{name}'),
      },
    })
    await expect(written([], { user: 'Hello' })).rejects.toMatchObject({
      diagnostic: { code: 'openai-chat/template-without-text' },
    })
    await expect(written([], { task: 'classification', answer: 'quotes' })).rejects.toMatchObject({
      diagnostic: { code: 'openai-chat/answer-of-other-task' },
    })
  })

  it('drops examples that are too long, and never cuts them, trap 87', async () => {
    const options = { system: '', unit: 'row', empty: 'keep' }
    const [row = ''] = rows
    const answer = '{"entities":[]}'
    const limit = Array.from(row).length + answer.length
    const all = await contentsOf([documentOf()], { ...options, 'max-characters': String(limit) })
    expect(all.contents[0]).toEqual([row, answer])
    const fewer = await contentsOf([documentOf()], {
      ...options,
      'max-characters': String(limit - 1),
    })
    expect(fewer.contents).toEqual([[rows[1], answer]])
    expect(fewer.fates).toEqual(['cell dropped openai-chat/too-long 1'])
  })

  it('learns nothing from conflicts and rejected labels unless it is told to, trap 34', async () => {
    const annotations = [
      spanOf('s1', 'p', [0, 0, 3], { origin: { by: 'conflict' } }),
      spanOf('s2', 'p', [0, 0, 3], { origin: { by: 'labeler', verdict: 'rejected' } }),
    ]
    const { contents, fates } = await contentsOf([documentOf({ annotations })])
    expect(contents[0]?.[2]).toBe('{"entities":[]}')
    expect(fates).toEqual([
      'span dropped openai-chat/rejected 1',
      'span dropped openai-chat/unresolved 1',
    ])
    const dropped = await contentsOf([documentOf({ annotations })], { empty: 'drop' })
    expect(dropped.fates[0]).toBe('cell dropped openai-chat/nothing-labeled 2')
  })

  it('leaves out blank texts, hidden rows, other columns and parts of characters', async () => {
    const cells = [
      { row: 0, column: 0, text: ' \n' },
      { row: 1, column: 0, text: 'secret', status: 'hidden' as const },
      { row: 2, column: 1, text: 'other' },
      { row: 3, column: 0, text: '😀\ud800' },
    ]
    const columns = [{ name: 'Text' }, { name: 'Notes' }]
    const annotations = [
      spanOf('half', 'p', [3, 0, 1]),
      spanOf('blank', 'p', [0, 0, 1]),
      spanOf('hidden', 'p', [1, 0, 6]),
      spanOf('whole', 'p', [3, 0, 2]),
    ]
    const document = documentOf({ cells, columns, annotations })
    const { contents, fates } = await contentsOf([document], { unit: 'row', columns: 'Text' })
    expect(contents.map((one) => one.slice(1))).toEqual([
      ['😀\ufffd', '{"entities":[{"label":"Person","text":"😀"}]}'],
    ])
    expect(fates).toEqual([
      'cell changed openai-chat/half-character 1',
      'cell dropped openai-chat/empty-text 1',
      'cell dropped openai-chat/hidden-cell 1',
      'cell dropped openai-chat/other-column 1',
      'span changed openai-chat/quote-only 1',
      'span dropped openai-chat/empty-label 2',
      'span dropped openai-chat/empty-text 1',
    ])
  })
})
