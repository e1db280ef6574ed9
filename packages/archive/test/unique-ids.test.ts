import { expect, it } from 'vitest'
import { uniqueIds } from '../src/read/unique-ids.ts'

it('numbers documents whose ids are taken by file, and passes over numbers that are taken as ids', () => {
  const giveId = uniqueIds()
  const ids = [
    ['a', 'x.jsonl'],
    ['x.jsonl#3', 'x.jsonl'],
    ['a', 'x.jsonl'],
    ['a', 'x.jsonl'],
    ['', 'x.jsonl'],
    ['a', 'y.jsonl'],
    ['a', 'y.jsonl'],
    ['', 'x.jsonl'],
  ].map(([id = '', path = '']) => giveId({ id }, path))
  expect(ids).toEqual([
    'a',
    'x.jsonl#3',
    'x.jsonl',
    'x.jsonl#2',
    'x.jsonl#4',
    'y.jsonl',
    'y.jsonl#2',
    'x.jsonl#5',
  ])
})
