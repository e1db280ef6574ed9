import { unknownOrigin } from '@labelport/model'
import { expect, it } from 'vitest'
import { openSummary, summarize } from '../src/index.ts'
import { ann, herbDocument, review, root, span, streamOf } from './documents.ts'

it('counts documents, rows, tokens and statements, hidden cells included', async () => {
  const { totals } = await summarize(
    streamOf(herbDocument('a.txt', { cabinet: review }), herbDocument('b.txt', { cabinet: root })),
  )
  expect(totals).toMatchObject({ documents: 2, rows: 4, cells: 4, hidden: 2, tokens: 4, spans: 2 })
  expect(totals.roles).toEqual({ review: 1, labeler: 0, root: 1, none: 0 })
})

it('counts the segments of one file as one document and adds up what they hold', async () => {
  const first = herbDocument('long.txt', { segment: { index: 0, last: false } })
  const second = herbDocument('long.txt', {
    segment: { index: 1, last: true },
    cells: [{ row: 2, column: 0, text: 'mehr' }],
    annotations: [],
  })
  const { totals } = await summarize(streamOf(first, second))
  expect(totals).toMatchObject({ documents: 1, rows: 3, spans: 1 })
})

it('counts a row of several columns once, in whatever order its cells come', async () => {
  const cells = [
    { row: 0, column: 0, text: 'a' },
    { row: 1, column: 0, text: 'b' },
    { row: 0, column: 1, text: 'c' },
  ]
  const { totals } = await summarize(streamOf(herbDocument('t.csv', { cells, annotations: [] })))
  expect(totals).toMatchObject({ rows: 2, cells: 3 })
})

it('keeps the copies of one project apart, and equal copies of two projects', async () => {
  const other = { id: 'p2', name: 'Moos' }
  const { cabinets, projects } = await summarize(
    streamOf(
      herbDocument('a.txt', { cabinet: review }),
      herbDocument('a.txt', { cabinet: ann }),
      herbDocument('a.txt', { cabinet: review, project: other }),
      herbDocument('b.txt', { cabinet: review }),
    ),
  )
  expect(
    cabinets.map(({ project, folder, totals }) => [project, folder, totals.documents]),
  ).toEqual([
    ['Kräutergarten', 'REVIEW', 2],
    ['Kräutergarten', 'DOCUMENT-ann_example_org', 1],
    ['Moos', 'REVIEW', 1],
  ])
  expect(projects.map(({ name, totals }) => [name, totals.documents])).toEqual([
    ['Kräutergarten', 3],
    ['Moos', 1],
  ])
})

it('counts labels by type and readable name', async () => {
  const annotations = [
    span('1', 'b'),
    span('2', 'a'),
    span('3', 'a'),
    span('4', 'unknown'),
    {
      type: 'relation',
      id: '5',
      origin: unknownOrigin,
      labelSet: '0',
      from: '1',
      to: '2',
    } as const,
  ]
  const { labels } = await summarize(streamOf(herbDocument('a.txt', { annotations })))
  expect(labels).toEqual([
    { type: 'relation', labelSet: 'Kräuter 🌿', count: 1 },
    { type: 'span', labelSet: 'Kräuter 🌿', label: 'Blatt', count: 2 },
    { type: 'span', labelSet: 'Kräuter 🌿', label: 'Wurzel', count: 1 },
    { type: 'span', labelSet: 'Kräuter 🌿', label: 'unknown', count: 1 },
  ])
})

it('adds up a label that two schemas call alike and does not mix up equal ids', async () => {
  const renamed = {
    labelSets: [
      { id: '9', name: 'Kräuter 🌿', appliesTo: 'text', labels: [{ id: 'x', name: 'Blatt' }] },
    ],
    questions: [],
  } as const
  const inOther = { ...span('2', 'x'), labelSet: '9' } as ReturnType<typeof span>
  const { labels } = await summarize(
    streamOf(
      herbDocument('a.txt', { annotations: [span('1', 'a')] }),
      herbDocument('b.txt', { annotations: [inOther], schema: renamed }),
    ),
  )
  expect(labels).toEqual([{ type: 'span', labelSet: 'Kräuter 🌿', label: 'Blatt', count: 2 }])
})

it('comes out the same when it is made of summaries of single documents, as plain JSON', async () => {
  const documents = [
    herbDocument('a.txt', { cabinet: review }),
    herbDocument('a.txt', { cabinet: ann }),
    herbDocument('b.txt', { cabinet: root, project: { id: 'p2', name: 'Garten' } }),
    herbDocument('c.txt', { cabinet: review, project: { id: 'p3', name: 'Garten' } }),
  ]
  const joined = openSummary()
  for (const document of documents) {
    const one = openSummary()
    one.add(document)
    joined.join(JSON.parse(JSON.stringify(one.part())))
  }
  expect(joined.summary()).toEqual(await summarize(streamOf(...documents)))
})
