import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer, Cabinet, LabeledDocument, LabelSchema, Span } from '@labelport/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { labelStudio } from '../../packages/targets/label-studio/src/index.ts'
import { schema as entitySchema, lines, mark, marks, textDocument } from './documents.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

/** What the SDK says of a folder. */
interface Reading {
  /** What `LabelInterface` has against data, regions and relations. */
  readonly problems: readonly string[]
  /** The values of each control, as `LabelInterface` reads the configuration. */
  readonly labels: Readonly<Record<string, readonly string[]>>
  /** For each task the labels of its text and what Python cuts out for them. */
  readonly slices: readonly (readonly (readonly [label: string, text: string])[])[]
  /** The converter's JSON_MIN. */
  readonly min: readonly Readonly<Record<string, unknown>>[]
  /** How many rows the converter's CSV has. */
  readonly csv: number
  /** The converter's CoNLL file; null for other kinds than text. */
  readonly conll: string | null
}

const place = 'Place: "east" # side'

const schema: LabelSchema = {
  labelSets: [
    ...entitySchema.labelSets,
    { id: 'boxes', appliesTo: 'box', labels: [{ id: 't', name: 'Total <b>', color: '#0088ff' }] },
    { id: 'arrows', appliesTo: 'text', labels: [{ id: 'k', name: 'knows & likes' }] },
  ],
  questions: [
    { id: 'why', text: 'Why?', about: { type: 'document' }, type: 'text', multiline: true },
    {
      id: 'mood',
      text: 'Mood',
      about: { type: 'row' },
      type: 'choice',
      multiple: true,
      options: [
        { id: 'g', name: 'glad "😀"' },
        { id: 'c', name: '$calm' },
      ],
    },
    {
      id: 'where',
      text: 'Where?',
      about: { type: 'document' },
      type: 'choice',
      options: [
        { id: 'e', name: 'Europe' },
        { id: 'l', name: 'Łódź', parent: 'e' },
      ],
    },
    { id: 'day', text: 'Day', about: { type: 'document' }, type: 'date' },
    {
      id: 'grade',
      text: 'Grade',
      about: { type: 'label', labelSet: 'entities', label: 'p' },
      type: 'slider',
      min: 0,
      max: 10,
    },
  ],
}

function answer(
  question: string,
  about: Answer['about'],
  value: Answer['value'],
  origin: Answer['origin'] = { by: 'unknown' },
): Answer {
  return {
    type: 'answer',
    id: `${question} ${JSON.stringify(about)}`,
    question,
    about,
    value,
    origin,
  }
}

const statements = [
  ...marks,
  {
    type: 'relation',
    id: 'r',
    labelSet: 'arrows',
    label: 'k',
    from: '1',
    to: '3',
    origin: { by: 'unknown' },
  },
  answer('why', { type: 'document' }, { type: 'text', text: 'two\nlines 😀' }),
  answer('where', { type: 'document' }, { type: 'choice', options: ['l'] }),
  answer('day', { type: 'document' }, { type: 'moment', iso: '2026-02-28' }),
  answer('mood', { type: 'row', row: 1 }, { type: 'choice', options: ['g', 'c'] }),
  answer('grade', { type: 'annotation', id: '1' }, { type: 'number', number: 7 }),
] as const

function labeler(who: string): Cabinet {
  return { role: 'labeler', folder: `DOCUMENT-${who}`, user: { email: `${who}@example.org` } }
}

const program: Span = {
  ...mark('9', 'p', 2, 'Ahmad'),
  origin: { by: 'external', confidence: 0.75 },
}

const documents: readonly LabeledDocument[] = [
  textDocument('a', { schema, annotations: [...statements, program], cabinet: labeler('ann') }),
  textDocument('a2', {
    name: 'a.txt',
    schema,
    annotations: marks.slice(0, 2),
    cabinet: labeler('bob'),
  }),
  textDocument('talk', {
    schema,
    annotations: statements,
    cells: lines.map((text, row) => ({
      ...{ row, column: 0, text },
      metadata: [{ key: 'speaker', value: `Zoë ${row % 2}` }],
    })),
  }),
  textDocument('rows', {
    schema,
    columns: [{ name: 'Länge <1>' }, { name: 'Text' }],
    cells: [0, 1].flatMap((row) => [
      { row, column: 0, text: String(row) },
      { row, column: 1, text: lines[row] ?? '' },
    ]),
    annotations: [answer('mood', { type: 'row', row: 1 }, { type: 'choice', options: ['c'] })],
  }),
  textDocument('bill', {
    schema,
    cells: [],
    media: [
      {
        type: 'image',
        url: 'https://example.org/a.png',
        pages: [{ index: 0, width: 300, height: 70 }],
      },
    ],
    annotations: [
      [
        [10, 20],
        [110, 20],
        [110, 60],
        [10, 60],
      ] as const,
      [
        [10, 20],
        [110, 30],
        [90, 60],
      ] as const,
    ].map((points, index) => ({
      type: 'box',
      id: `b${index}`,
      labelSet: 'boxes',
      label: 't',
      caption: 'Zoë "😀"',
      shapes: [{ page: 0, points: points.map(([x, y]) => ({ x, y })) }],
      origin: { by: 'unknown' },
    })),
  }),
  textDocument('call', {
    schema,
    media: [{ type: 'audio', url: 'https://example.org/a.mp3', pages: [] }],
    cells: [],
    annotations: [
      {
        type: 'timestamp',
        id: 't',
        labelSet: 'entities',
        label: 'p',
        startMs: 250,
        endMs: 1750,
        origin: { by: 'unknown' },
      },
    ],
  }),
]

const kinds = ['text', 'conversation', 'table', 'image', 'audio'] as const

describe.skipIf(!hasPython)('label-studio × label-studio-sdk', () => {
  const readings = new Map<string, Reading>()
  let broken: Reading | undefined

  beforeAll(async () => {
    const { folder } = await writeFolder(labelStudio, documents)
    const other = await writeFolder(labelStudio, documents)
    const config = join(other.folder, 'text', 'labeling-config.xml')
    const without = (await readFile(config, 'utf8')).replace('<Label value="Person"/>', '')
    await writeFile(config, without)
    const folders = [...kinds.map((kind) => join(folder, kind)), join(other.folder, 'text')]
    // The script prints this shape; a mistake in it fails the first comparison.
    const all = (await check('read_label_studio.py', ...folders)) as readonly Reading[]
    for (const [index, kind] of kinds.entries()) {
      const reading = all[index]
      if (reading !== undefined) readings.set(kind, reading)
    }
    broken = all.at(-1)
  })

  it.for([...kinds])(
    'gives LabelInterface valid regions, relations and data of kind %s',
    (kind) => {
      expect(readings.get(kind)?.problems).toEqual([])
    },
  )

  it('would be refused with a label the configuration does not know', () => {
    expect(broken?.problems.length).toBeGreaterThan(0)
  })

  it('gives LabelInterface the names as they are, whatever XML thinks of them', () => {
    expect(readings.get('text')?.labels).toMatchObject({
      label: ['Person', place, 'Unused 😀'],
      'row-mood': ['glad "😀"', '\\u{24}calm'],
      where: ['Europe', 'Łódź'],
    })
    expect(readings.get('image')?.labels).toMatchObject({ rectangle: ['Total <b>'] })
  })

  it('gives Python the labeled text when it cuts with the offsets, behind emoji too', () => {
    const [slices = []] = readings.get('text')?.slices ?? []
    expect(slices).toEqual([
      ['Person', 'Zoë'],
      ['Person', 'Ahmad'],
      [place, 'Łódź'],
      [place, 'München 🇩🇪'],
      ['Person', 'שלום עולם'],
      // The other labeler's copy of the same task.
      ['Person', 'Zoë'],
      ['Person', 'Ahmad'],
    ])
  })

  it("gives the SDK's converter every annotation with its labels and answers", () => {
    const { min = [], csv, conll } = readings.get('text') ?? {}
    expect(min).toHaveLength(2)
    expect(csv).toBe(2)
    expect(min.map(({ annotator }) => annotator)).toEqual([1, 2])
    expect(min[0]).toMatchObject({
      document: 'a.txt',
      why: 'two\nlines 😀',
      where: [{ taxonomy: [['Europe', 'Łódź']] }],
      day: [{ datetime: '2026-02-28' }],
      'row-mood': { choices: ['glad "😀"', '\\u{24}calm'] },
      'region-grade': [{ number: 7 }],
    })
    expect(conll).toContain('Łódź -X- _ B-Place')
    expect(readings.get('image')?.min[0]).toMatchObject({ caption: ['Zoë "😀"', 'Zoë "😀"'] })
    expect(readings.get('audio')?.min[0]).toMatchObject({
      segment: [{ start: 0.25, end: 1.75, labels: ['Person'] }],
    })
    expect(readings.get('table')?.min).toMatchObject([
      { row: { 'Länge <1>': '0', Text: lines[0] } },
      { row: { 'Länge <1>': '1', Text: lines[1] }, mood: '\\u{24}calm' },
    ])
  })

  it('gives turns offsets that cut the labeled text when code units are counted', () => {
    const [talk] = readings.get('conversation')?.min ?? []
    const regions = Array.isArray(talk?.label) ? talk.label : []
    expect(regions).toHaveLength(marks.length)
    for (const { start, startOffset, endOffset, text } of regions) {
      expect(lines[Number(start)]?.slice(startOffset, endOffset)).toBe(text)
    }
  })
})
