import type { Answer, LabelSchema } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { documentOf, schemaOf, spanOf } from './documents.ts'
import { written } from './written.ts'

const schema: LabelSchema = {
  labelSets: [
    {
      id: 'set',
      appliesTo: 'text',
      labels: [
        { id: '0', name: 'Person', color: '#FF8800' },
        { id: '1', name: 'Org & Ünït' },
        { id: '2', name: 'works for', color: '#0088ff' },
      ],
    },
  ],
  questions: [
    {
      id: 'q',
      text: 'Sure?',
      about: { type: 'label', labelSet: 'set', label: '0' },
      type: 'flag',
    },
    {
      id: 'm',
      text: 'Mood',
      about: { type: 'label', labelSet: 'set', label: '0' },
      type: 'choice',
      options: [{ id: 'g', name: 'glad' }],
    },
    { id: 'w', text: 'Why?', about: { type: 'label', labelSet: 'set', label: '0' }, type: 'text' },
  ],
}

function answer(id: string, question: string, value: Answer['value']): Answer {
  const about = { type: 'annotation', id: 's1' } as const
  return { type: 'answer', id, question, about, value, origin: { by: 'unknown' } }
}

const story = documentOf([['Zoë', '😀', 'met'], ['שלום'], ['e\u0301lan', 'a\tb']], {
  schema,
  annotations: [
    spanOf('s1', '0', [0, 0, 3]),
    spanOf('s2', '1', [0, 7, 4], { endCell: 1 }),
    spanOf('s3', '0', [2, 6, 9]),
    {
      type: 'relation',
      id: 'r1',
      labelSet: 'set',
      label: '2',
      from: 's1',
      to: 's2',
      origin: { by: 'unknown' },
    },
    {
      type: 'relation',
      id: 'r2',
      labelSet: 'set',
      from: 's2',
      to: 's3',
      origin: { by: 'unknown' },
    },
    answer('a1', 'q', { type: 'flag', flag: false }),
    answer('a2', 'm', { type: 'choice', options: ['g'] }),
    answer('a3', 'w', { type: 'text', text: 'two\nlines' }),
  ],
  comments: [
    { id: 'c1', text: 'Is it?', about: { type: 'annotation', id: 's1' } },
    { id: 'c2', text: 'Done', about: { type: 'document' } },
  ],
})

describe('files', () => {
  it('are what the golden files say', async () => {
    const { files, fates } = await written([story])
    const text = Object.entries(files).map(([path, content]) => `=== ${path}\n${content}`)
    const whole = [...text, `=== fates\n${fates.join('\n')}\n`].join('')
    await expect(whole).toMatchFileSnapshot('../golden/story.txt')
  })

  it('give documents of equal names texts of their own, trap 53', async () => {
    const { files } = await written([story, { ...story, id: 'd2' }])
    expect(Object.keys(files)).toEqual([
      'a.txt',
      'a.ann',
      'a (2).txt',
      'a (2).ann',
      'annotation.conf',
      'visual.conf',
    ])
  })

  it('lie in a folder for each split, below one configuration, and name an empty split', async () => {
    const splits = {
      names: ['train', 'dev', 'test'],
      of: ({ id }: { readonly id: string }) => (id === 'd2' ? 'test' : 'train'),
    }
    const two = [story, { ...story, id: 'd2', name: 'b.json' }]
    const { files, diagnostics } = await written(two, {}, { splits })
    expect(Object.keys(files)).toEqual([
      'train/a.txt',
      'train/a.ann',
      'test/b.json.txt',
      'test/b.json.ann',
      'annotation.conf',
      'visual.conf',
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual(['brat/split-empty'])
  })

  it('are none for an untouched upload, trap 32', async () => {
    const { files, fates, diagnostics } = await written([
      documentOf([['a']], { cabinet: { role: 'root' } }),
    ])
    expect(files).toEqual({})
    expect(fates).toEqual(['cell dropped brat/root-copy 1'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['brat/root-copy', 'brat/no-documents'])
  })

  it('hold no carriage return, which Python would take for a line end and move offsets', async () => {
    const { files, fates } = await written([
      documentOf([], {
        cells: [{ row: 0, column: 0, text: 'a\r\nb \ud83d c\r' }],
        annotations: [spanOf('s1', '0', [0, 0, 4])],
      }),
    ])
    expect(files['a.txt']).toBe('a \nb \ufffd c \n')
    expect(files['a.ann']).toBe('T1\tPerson 0 2;3 4\ta  b\n')
    expect(fates).toEqual(['cell changed brat/cell-respelled 1'])
  })
})

describe('labels', () => {
  it('leave off what ends lines at their edges, and tell their arrows', async () => {
    const { files, fates } = await written([
      documentOf([], {
        cells: [{ row: 0, column: 0, text: '\u2028a\u2028b\u2028' }],
        annotations: [
          spanOf('s1', '0', [0, 0, 5]),
          spanOf('s2', '0', [0, 0, 1]),
          {
            type: 'relation',
            id: 'r1',
            labelSet: 'set',
            from: 's1',
            to: 's1',
            origin: { by: 'unknown' },
          },
          {
            type: 'relation',
            id: 'r2',
            labelSet: 'set',
            from: 's1',
            to: 's2',
            origin: { by: 'unknown' },
          },
        ],
      }),
    ])
    expect(files['a.ann']).toBe('T1\tPerson 1 2;3 4\ta b\nR1\t_x_ Arg1:T1 Arg2:T1\n')
    expect(fates).toEqual([
      'relation changed brat/end-changed 1',
      'relation dropped brat/end-missing 1',
      'span changed brat/span-trimmed 1',
      'span dropped brat/span-not-shown 1',
    ])
  })

  it('are dropped inside a character, and tell hidden rows', async () => {
    const { fates } = await written([
      documentOf([], {
        cells: [
          { row: 0, column: 0, text: '😀' },
          { row: 1, column: 0, text: 'no', status: 'hidden' },
          { row: 2, column: 0, text: 'yes' },
        ],
        annotations: [
          spanOf('s1', '0', [0, 0, 1]),
          spanOf('s2', '0', [0, 0, 3], { endCell: 2 }),
          spanOf('s3', '0', [1, 0, 2]),
        ],
      }),
    ])
    expect(fates).toEqual([
      'cell dropped brat/cell-hidden 1',
      'span changed brat/over-hidden 1',
      'span dropped brat/span-cuts-character 1',
      'span dropped brat/span-not-shown 1',
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
      'span dropped brat/rejected 1',
      'span dropped brat/unresolved 1',
    ])
    expect((await written([document], { unresolved: 'include' })).fates).toEqual([])
  })

  it('are named for people where names repeat', async () => {
    const { files, diagnostics } = await written([
      documentOf([['a']], {
        schema: {
          questions: [],
          labelSets: ['x', 'y'].map((id) => ({
            id,
            appliesTo: 'text',
            labels: [{ id: '0', name: 'Person' }],
          })),
        },
      }),
    ])
    expect(files['annotation.conf']).toContain('[entities]\nx_x2F_Person\ny_x2F_Person\n')
    expect(diagnostics.map(({ code }) => code)).toContain('brat/class-lengthened')
  })
})

describe('facts about labels', () => {
  it('stay out without notes, and never twice', async () => {
    const [first] = story.comments
    const document = {
      ...story,
      annotations: [
        ...story.annotations,
        answer('a4', 'm', { type: 'choice', options: ['g'] }),
        {
          ...answer('a5', 'm', { type: 'flag', flag: true }),
          about: { type: 'document' } as const,
        },
        {
          ...answer('a6', 'm', { type: 'flag', flag: true }),
          about: { type: 'annotation', id: 'r1' } as const,
        },
      ],
      comments: first === undefined ? [] : [first, { ...first, id: 'c3', text: 'a\nb' }],
    }
    const told = (fates: readonly string[]) =>
      fates.filter((fate) => /^(answer|comment)/.test(fate))
    expect(told((await written([document], { notes: 'false' })).fates)).toEqual([
      'answer changed brat/name-respelled 1',
      'answer dropped brat/left-out 1',
      'answer dropped brat/no-notes 1',
      'answer dropped brat/no-place 1',
      'answer dropped brat/second-answer 1',
      'comment dropped brat/no-notes 2',
    ])
    expect(told((await written([document])).fates)).toContain(
      'comment changed brat/note-flattened 1',
    )
  })

  it('do not need a schema that knows the label', async () => {
    const { files } = await written([
      documentOf([['a']], { schema: schemaOf(), annotations: [spanOf('s', 'new', [0, 0, 1])] }),
    ])
    expect(files['annotation.conf']).toContain('[entities]\nnew\n')
    expect(files['a.ann']).toBe('T1\tnew 0 1\ta\n')
  })
})
