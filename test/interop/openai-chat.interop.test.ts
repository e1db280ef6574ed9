import { join } from 'node:path'
import type { LabeledDocument } from '@labelport/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { openaiChat } from '../../packages/targets/openai-chat/src/index.ts'
import { lines, mark, marks, textDocument } from './documents.ts'
import { check, hasPython } from './python.ts'
import { table } from './tables.ts'
import { writeFolder } from './write-folder.ts'

interface Found {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

const review = textDocument('text', { annotations: marks, cabinet: { role: 'review' } })
const labeler: LabeledDocument = {
  ...review,
  id: 'copy',
  cabinet: { role: 'labeler', user: { email: 'zoe@example.org' } },
  annotations: [mark('1', 'l', 1, '👩‍👩‍👧')],
}

const cases = [
  { documents: [review], options: { answer: 'offsets' } },
  { documents: table, options: {} },
  { documents: [labeler, review], options: { task: 'preference' } },
] as const

let found: readonly Found[] = []
beforeAll(async () => {
  if (!hasPython) return
  const paths = await Promise.all(
    cases.map(async ({ documents, options }) => {
      const { folder } = await writeFolder(openaiChat.configure?.(options) ?? openaiChat, documents)
      return join(folder, 'train.jsonl')
    }),
  )
  // The script prints this shape; a mistake in it fails the first comparison.
  found = (await check('read_chat.py', ...paths)) as readonly Found[]
})

describe.skipIf(!hasPython)('openai-chat × datasets', () => {
  it('loads conversations whose answers cut the labels out of the prompt', async () => {
    const [{ columns, rows } = { columns: [], rows: [] }] = found
    expect(columns).toEqual(['messages'])
    const messages = rows[0]?.messages as readonly { role: string; content: string }[]
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant'])
    const text = Array.from(messages[1]?.content ?? '')
    expect(text.join('')).toBe(lines.join('\n'))
    const { entities } = JSON.parse(messages[2]?.content ?? '')
    expect(entities).toHaveLength(marks.length)
    for (const { start, end, text: quote } of entities) {
      expect(text.slice(start, end).join('')).toBe(quote)
    }
  })

  it('loads classes of rows', () => {
    expect(found[1]?.rows.map(({ messages }) => messages)).toEqual([
      [
        { role: 'system', content: 'Mood\nAnswer with one of: glad, calm.' },
        { role: 'user', content: 'Good 😀\n007' },
        { role: 'assistant', content: 'calm' },
      ],
    ])
  })

  it('loads preferences', () => {
    const { columns = [], rows = [] } = found[2] ?? {}
    expect(columns).toEqual(['input', 'preferred_output', 'non_preferred_output'])
    expect(rows).toMatchObject([
      {
        preferred_output: [{ role: 'assistant', content: expect.stringContaining('Ahmad') }],
        non_preferred_output: [{ role: 'assistant', content: expect.stringContaining('👩‍👩‍👧') }],
      },
    ])
  })

  it('is loaded as the README says', async () => {
    const { folder } = await writeFolder(openaiChat, [review])
    const printed = await check('run_readme.py', 'packages/targets/openai-chat/README.md', folder)
    expect(JSON.parse(String(printed)).entities).toHaveLength(marks.length)
  })
})
