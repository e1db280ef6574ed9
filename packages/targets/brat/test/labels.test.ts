import { documentOf, schemaOf, spanOf } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { answer, story } from './story.ts'
import { written } from './written.ts'

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
