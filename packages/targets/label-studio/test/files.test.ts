import type { Answer, Box, LabeledDocument, LabelSchema, Question } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { cellOf, documentOf, spanOf } from './documents.ts'
import { readConfig } from './read-config.ts'
import { readTasks } from './read-tasks.ts'
import { written } from './written.ts'

const aboutPerson = { type: 'label', labelSet: 'set', label: '0' } as const
const questions: readonly Question[] = [
  { id: 'why', text: 'Why?', about: { type: 'document' }, type: 'text', required: true },
  {
    id: 'mood',
    text: 'Mood & "more"',
    about: { type: 'row' },
    type: 'choice',
    multiple: true,
    options: [
      { id: 'g', name: 'glad <3' },
      { id: 'c', name: 'calm' },
    ],
  },
  {
    id: 'place',
    text: 'Ort',
    about: { type: 'document' },
    type: 'choice',
    options: [
      { id: 'e', name: 'Europe' },
      { id: 'p', name: 'Łódź', parent: 'e' },
      { id: 'a', name: 'Asia' },
    ],
  },
  { id: 'sure', text: 'Sure?', about: aboutPerson, type: 'flag' },
  { id: 'grade', text: 'Grade', about: aboutPerson, type: 'slider', min: 0, max: 10, step: 0.5 },
  { id: 'day', text: '日', about: { type: 'document' }, type: 'date' },
]

const schema: LabelSchema = {
  labelSets: [
    {
      id: 'set',
      appliesTo: 'text',
      labels: [
        { id: '0', name: 'Person', color: '#ff8800' },
        { id: '1', name: 'a "b" <c> & \t$' },
        { id: '2', name: 'knows' },
      ],
    },
    { id: 'boxes', appliesTo: 'box', labels: [{ id: 't', name: 'Total', color: '#0088ff' }] },
  ],
  questions,
}

function answer(
  id: string,
  question: string,
  about: Answer['about'],
  value: Answer['value'],
  more: Partial<Answer> = {},
): Answer {
  return { type: 'answer', id, question, about, value, origin: { by: 'unknown' }, ...more }
}

const everything = [
  spanOf('s1', '0', [0, 0, 3]),
  spanOf('s2', '1', [0, 7, 4], { endCell: 1 }),
  {
    type: 'relation',
    id: 'r1',
    labelSet: 'set',
    label: '2',
    from: 's1',
    to: 's2',
    origin: { by: 'unknown' },
  },
  answer('a1', 'why', { type: 'document' }, { type: 'text', text: 'two\nlines' }),
  answer('a2', 'place', { type: 'document' }, { type: 'choice', options: ['p'] }),
  answer('a3', 'day', { type: 'document' }, { type: 'moment', iso: '2026-02-28' }),
  answer('a4', 'mood', { type: 'row', row: 1 }, { type: 'choice', options: ['g', 'c'] }),
  answer('a5', 'sure', { type: 'annotation', id: 's1' }, { type: 'flag', flag: false }),
  answer('a6', 'grade', { type: 'annotation', id: 's1' }, { type: 'number', number: 7.5 }),
] as const

const story = documentOf([['Zoë', '😀', 'met'], ['שלום'], ['e\u0301lan']], {
  schema,
  annotations: everything,
})

const turns: LabeledDocument = {
  ...story,
  id: 'd2',
  name: 'talk.txt',
  tasks: ['conversation'],
  cells: story.cells.map((cell, row) => ({
    ...cell,
    metadata: [{ key: 'speaker', value: row === 1 ? 'Guide' : 'Zoë' }],
  })),
}

const table: LabeledDocument = {
  ...story,
  id: 'd3',
  name: 'rows.csv',
  tasks: ['row'],
  columns: [{ name: 'Said' }, { name: 'Said' }],
  cells: [0, 1].flatMap((row) => [
    { row, column: 0, text: `text 😀 ${row}` },
    { row, column: 1, text: 'more' },
  ]),
  annotations: [
    answer('a1', 'mood', { type: 'row', row: 1 }, { type: 'choice', options: ['c'] }),
    answer('a2', 'why', { type: 'document' }, { type: 'text', text: 'all of it' }),
    spanOf('s1', '0', [3, 0, 4]),
    spanOf('s2', '0', [1, 0, 4], { endCell: 2 }),
  ],
}

function box(id: string, page: number, points: readonly (readonly [number, number])[]): Box {
  const shapes = [{ page, points: points.map(([x, y]) => ({ x, y })) }]
  return { type: 'box', id, labelSet: 'boxes', label: 't', shapes, origin: { by: 'unknown' } }
}

const corners = [
  [10, 20],
  [60, 20],
  [60, 40],
  [10, 40],
] as const

const bill: LabeledDocument = {
  ...story,
  id: 'd4',
  name: 'bill.pdf',
  tasks: ['box'],
  media: [
    {
      type: 'pdf',
      pages: [
        { index: 0, width: 100, height: 200 },
        { index: 1, width: 200, height: 400 },
      ],
    },
  ],
  cells: [cellOf(0, ['Total', '12'])],
  annotations: [
    { ...box('b1', 0, corners), caption: 'twelve', target: { cell: 0, start: 0, end: 5 } },
    box('b2', 1, [
      [0, 0],
      [200, 100],
      [100, 400],
    ]),
    { ...box('b3', 0, corners), shapes: [] },
    answer('a1', 'odd', { type: 'annotation', id: 'b1' }, { type: 'raw', json: { a: [1] } }),
  ],
}

const talk: LabeledDocument = {
  ...story,
  id: 'd5',
  name: 'talk.mp3',
  tasks: ['audio'],
  media: [{ type: 'audio', url: 'https://example.org/talk.mp3', pages: [] }],
  cells: [cellOf(0, ['Zoë', 'speaks'])],
  annotations: [
    {
      type: 'timestamp',
      id: 't1',
      labelSet: 'set',
      label: '0',
      startMs: 250,
      endMs: 1750,
      target: { cell: 0, start: 0, end: 3 },
      origin: { by: 'unknown' },
    },
    { type: 'timestamp', id: 't2', startMs: 1750, endMs: 2000, origin: { by: 'unknown' } },
    spanOf('s1', '0', [0, 0, 3]),
  ],
}

describe('files', () => {
  it('are what the golden files say, for every kind of task', async () => {
    const { files, fates, diagnostics } = await written([story, turns, table, bill, talk])
    for (const [path, content] of Object.entries(files)) {
      await expect(content).toMatchFileSnapshot(`../golden/${path}`)
    }
    expect(Object.keys(files).sort()).toEqual(
      ['audio', 'conversation', 'image', 'table', 'text'].flatMap((kind) => [
        `${kind}/labeling-config.xml`,
        `${kind}/tasks.json`,
      ]),
    )
    const told = [...fates, ...diagnostics.map(({ code, message }) => `${code} ${message}`)]
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('../golden/told.txt')
  })

  it('are one for each split of a kind, and name a split without documents', async () => {
    const splits = {
      names: ['train', 'dev', 'test'],
      of: ({ id }: { readonly id: string }) => (id === 'd2' ? 'test' : 'train'),
    }
    const two = [story, { ...story, id: 'd2' }]
    const { files, diagnostics } = await written(two, {}, { splits })
    expect(Object.keys(files)).toEqual([
      'text/train.json',
      'text/test.json',
      'text/labeling-config.xml',
    ])
    expect(readTasks(files['text/test.json'] ?? '').map(({ id }) => id)).toEqual([2])
    expect(diagnostics.map(({ code }) => code)).toEqual(['label-studio/split-empty'])
  })

  it('are none for an untouched upload, trap 32', async () => {
    const root = documentOf([['a']], { cabinet: { role: 'root' } })
    const { files, fates, diagnostics } = await written([root])
    expect(files).toEqual({})
    expect(fates).toEqual(['cell dropped label-studio/root-copy 1'])
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'label-studio/root-copy',
      'label-studio/no-documents',
    ])
  })

  it('hold no half of a character, which Python could not write again', async () => {
    const cell = { row: 0, column: 0, text: 'a \ud83d' }
    const { files, fates } = await written([documentOf([], { name: '\udc00.txt', cells: [cell] })])
    expect(files['text/tasks.json']).toContain('"text":"a \ufffd"')
    expect(files['text/tasks.json']).not.toMatch(/\\u[dD]/)
    expect(fates).toEqual(['cell changed label-studio/cell-respelled 1'])
  })

  it('name images as they are expected below a root', async () => {
    const image = (id: string): LabeledDocument => ({
      ...bill,
      id,
      name: 'a.jpg',
      media: [
        { type: 'image', url: 'https://example.org/x', pages: [{ index: 0, width: 9, height: 9 }] },
      ],
      annotations: [],
    })
    const pagesOf = async (options: Readonly<Record<string, string>>) => {
      const { files, diagnostics } = await written([image('1'), image('2')], options)
      const tasks = readTasks(files['image/tasks.json'] ?? '')
      return [...tasks.map(({ data }) => data.pages), diagnostics.map(({ code }) => code)]
    }
    expect(await pagesOf({})).toEqual([['https://example.org/x'], ['https://example.org/x'], []])
    expect(await pagesOf({ 'media-root': '/data/local-files/?d=x/' })).toEqual([
      ['/data/local-files/?d=x/a.jpg'],
      ['/data/local-files/?d=x/a (2).jpg'],
      ['label-studio/image-renamed'],
    ])
  })
})

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
