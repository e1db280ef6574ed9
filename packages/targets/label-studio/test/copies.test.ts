import { documentOf, spanOf } from '@labelport/format-testing'
import type { Cabinet, LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { readTasks } from './read-tasks.ts'
import { written } from './written.ts'

function labeler(who: string): Cabinet {
  return { role: 'labeler', user: { email: `${who}@example.org` }, folder: `DOCUMENT-${who}` }
}

function copy(name: string, cabinet: Cabinet | undefined, more: Partial<LabeledDocument> = {}) {
  const id = `${name}-${cabinet?.folder ?? cabinet?.role}`
  const annotations = [spanOf('s1', cabinet?.role === 'review' ? '1' : '0', [0, 0, 3])]
  const base = { id, name, annotations, project: { id: 'p1' }, ...(cabinet && { cabinet }) }
  return documentOf([['Zoë', 'met']], { ...base, ...more })
}

async function tasksOf(
  documents: readonly LabeledDocument[],
  options: Readonly<Record<string, string>> = {},
) {
  const { files, fates, diagnostics } = await written(documents, options)
  return {
    tasks: readTasks(files['text/tasks.json'] ?? ''),
    files,
    fates,
    codes: diagnostics.map(({ code }) => code),
  }
}

const [ann, bob] = [labeler('ann'), labeler('bob')]
const review: Cabinet = { role: 'review', folder: 'REVIEW' }

describe('copies of a document', () => {
  it('are annotations of one task, also when the files of a cabinet come one after the other', async () => {
    const { tasks, files, fates, codes } = await tasksOf([
      ...['a.txt', 'b.txt'].map((name) => copy(name, ann)),
      ...['a.txt', 'b.txt'].map((name) => copy(name, bob)),
      ...['a.txt', 'b.txt'].map((name) => copy(name, review)),
    ])
    expect(tasks.map(({ data }) => data.document)).toEqual(['a.txt', 'b.txt'])
    for (const { annotations } of tasks) {
      expect(
        annotations.map(({ completed_by, ground_truth, result }) => {
          return [completed_by, ground_truth, result[0]?.value?.labels]
        }),
      ).toEqual([
        [1, false, ['Person']],
        [2, false, ['Person']],
        [undefined, true, ['Place']],
      ])
    }
    expect(JSON.stringify(files)).not.toMatch(/example\.org|\bann\b|\bbob\b|DOCUMENT/)
    expect(fates).toEqual([])
    expect(codes).toEqual(['label-studio/annotators-numbered'])
  })

  it('are numbered from where an option says, or not at all', async () => {
    const both = [copy('a.txt', ann), copy('a.txt', bob)]
    const numbersOf = async (options: Readonly<Record<string, string>>) => {
      const { tasks, codes } = await tasksOf(both, options)
      return [...(tasks[0]?.annotations.map((one) => one.completed_by) ?? []), ...codes]
    }
    expect(await numbersOf({ 'first-annotator': '7' })).toEqual([
      7,
      8,
      'label-studio/annotators-numbered',
    ])
    expect(await numbersOf({ 'completed-by': 'omit' })).toEqual([undefined, undefined])
  })

  it('with another text, of another project or of one cabinet stay apart', async () => {
    const other = documentOf([['Other']]).cells
    const { tasks, codes } = await tasksOf([
      copy('a.txt', ann),
      copy('a.txt', ann, { id: 'namesake' }),
      copy('a.txt', bob, { cells: other }),
      copy('a.txt', bob, { project: { id: 'p2' } }),
    ])
    expect(tasks.map(({ annotations }) => annotations.length)).toEqual([1, 1, 1, 1])
    expect(codes).toEqual(['label-studio/copy-apart', 'label-studio/annotators-numbered'])
  })

  it('of the review go on at once when no labeler has been met', async () => {
    const { tasks } = await tasksOf([copy('a.txt', review), copy('b.txt', undefined)])
    expect(tasks.map(({ annotations }) => annotations[0]?.ground_truth)).toEqual([true, false])
  })

  it('without a single label say that somebody looked', async () => {
    const { tasks } = await tasksOf([
      copy('a.txt', ann, { annotations: [] }),
      copy('b.txt', undefined, { annotations: [], project: { id: 'p2' } }),
    ])
    expect(tasks.map(({ annotations }) => annotations.map(({ result }) => result))).toEqual([
      [[]],
      [],
    ])
  })
})

describe('what programs made', () => {
  const external = { by: 'external', confidence: 0.5 } as const

  it('is predicted once, whoever has it, unless a person accepted it', async () => {
    const annotations = [
      spanOf('s1', '0', [0, 0, 3], { origin: external }),
      spanOf('s2', '1', [0, 0, 3], { origin: { by: 'prelabeled' } }),
      spanOf('s3', '0', [0, 4, 7], { origin: { ...external, verdict: 'accepted' } }),
    ]
    const own = [spanOf('s0', '0', [0, 0, 7], { origin: { by: 'labeler' } }), ...annotations]
    const { tasks, fates } = await tasksOf([
      copy('a.txt', ann, { annotations }),
      copy('a.txt', bob, { annotations: own }),
    ])
    expect(tasks[0]?.annotations.map(({ result }) => result.length)).toEqual([1, 2])
    expect(
      tasks[0]?.predictions.map(({ model_version, score, result }) => {
        return [model_version, score, result.map((one) => one.score)]
      }),
    ).toEqual([
      ['external', 0.5, [0.5]],
      ['prelabeled', undefined, [undefined]],
    ])
    expect(fates).toEqual([])
  })

  it('takes its arrows and answers along, and tells where people had a part', async () => {
    const arrow = { type: 'relation', labelSet: 'set', origin: { by: 'labeler' } } as const
    const { tasks, fates } = await tasksOf([
      copy('a.txt', ann, {
        annotations: [
          spanOf('s1', '0', [0, 0, 3], { origin: external }),
          spanOf('s2', '1', [0, 4, 7], { origin: external }),
          spanOf('s3', '1', [0, 4, 7], { origin: { by: 'labeler' } }),
          { ...arrow, id: 'r1', from: 's1', to: 's2' },
          { ...arrow, id: 'r2', from: 's1', to: 's3' },
          {
            type: 'answer',
            id: 'a1',
            question: 'q',
            about: { type: 'annotation', id: 's1' },
            value: { type: 'text', text: 'yes' },
            origin: { by: 'labeler' },
          },
        ],
      }),
    ])
    expect(tasks[0]?.predictions[0]?.result.map(({ type }) => type)).toEqual([
      'labels',
      'labels',
      'textarea',
      'relation',
    ])
    expect(fates).toEqual([
      'answer changed label-studio/goes-with-region 1',
      'relation changed label-studio/goes-with-region 1',
      'relation dropped label-studio/ends-apart 1',
    ])
  })
})
