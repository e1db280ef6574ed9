import { documentOf, spanOf } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { answer, schema } from './kinds.ts'
import { readConfig } from './read-config.ts'
import { readTasks } from './read-tasks.ts'
import { written } from './written.ts'

describe('the configuration', () => {
  it('holds any name, also those XML and Label Studio have another use for', async () => {
    const names = ['a\nb', '\u0001', '$text', '', "it's", '\ufffe']
    const labels = names.map((name, id) => ({ id: String(id), name }))
    const labelSets = [{ id: 'set', appliesTo: 'text' as const, labels }]
    const { files, fates } = await written([
      documentOf([['a']], {
        schema: { labelSets, questions: [] },
        annotations: names.map((_, id) => spanOf(String(id), String(id), [0, 0, 1])),
      }),
    ])
    const view = readConfig(files['text/labeling-config.xml'] ?? '')
    const values = view.children[1]?.children.map(({ attributes }) => attributes.value)
    expect(values).toEqual(['a\nb', '\\u{1}', '\\u{24}text', '(no name)', "it's", '\\u{fffe}'])
    const [task] = readTasks(files['text/tasks.json'] ?? '')
    expect(task?.annotations[0]?.result.map(({ value }) => value?.labels)).toEqual(
      values?.map((value) => [value]),
    )
    expect(fates).toEqual(['span changed label-studio/name-respelled 4'])
  })
})

describe('regions', () => {
  it('tell hidden rows, cut characters and rows without text', async () => {
    const { fates } = await written([
      documentOf([], {
        schema,
        cells: [
          { row: 0, column: 0, text: '😀' },
          { row: 1, column: 0, text: 'no', status: 'hidden' },
          { row: 2, column: 0, text: 'a\nb' },
          { row: 3, column: 0, text: '' },
        ],
        annotations: [
          spanOf('s1', '0', [0, 0, 1]),
          spanOf('s2', '0', [0, 0, 3], { endCell: 2 }),
          spanOf('s3', '0', [1, 0, 2]),
          {
            type: 'relation',
            id: 'r',
            labelSet: 'set',
            from: 's1',
            to: 's2',
            origin: { by: 'unknown' },
          },
          answer('a1', 'mood', { type: 'row', row: 3 }, { type: 'choice', options: ['c'] }),
          answer('a2', 'mood', { type: 'row', row: 1 }, { type: 'choice', options: ['c'] }),
          answer('a3', 'mood', { type: 'row', row: 2 }, { type: 'choice', options: ['c'] }),
          answer('a4', 'mood', { type: 'row', row: 2 }, { type: 'choice', options: ['g'] }),
        ],
        comments: [{ id: 'c', text: 'hm', about: { type: 'document' } }],
      }),
    ])
    expect(fates).toEqual([
      'answer dropped label-studio/left-out 1',
      'answer dropped label-studio/row-empty 1',
      'answer dropped label-studio/second-answer 1',
      'cell changed label-studio/line-feed-in-cell 1',
      'cell dropped label-studio/cell-hidden 1',
      'comment dropped label-studio/no-place 1',
      'relation dropped label-studio/end-missing 1',
      'span changed label-studio/over-hidden 1',
      'span dropped label-studio/span-cuts-character 1',
      'span dropped label-studio/span-not-shown 1',
    ])
  })

  it('that are undecided or rejected wait for an option', async () => {
    const document = documentOf([['a', 'b']], {
      annotations: [
        spanOf('s1', '0', [0, 0, 1], { origin: { by: 'conflict' } }),
        spanOf('s2', '0', [0, 2, 3], { origin: { by: 'labeler', verdict: 'rejected' } }),
      ],
    })
    expect((await written([document])).fates).toEqual([
      'span dropped label-studio/rejected 1',
      'span dropped label-studio/unresolved 1',
    ])
    expect((await written([document], { unresolved: 'include' })).fates).toEqual([])
  })
})
