import { type EmulatedProject, sampleImages, sampleProjects } from '@labelport/emulator'
import { features, speakerOf, textOf, tokenTexts, validate } from '@labelport/model'
import { describe, expect, it } from 'vitest'

const documentsOf = ({ cabinets }: EmulatedProject) =>
  cabinets.flatMap(({ documents }) => documents)

describe.each(sampleProjects.map((project) => [project.name, project] as const))(
  '%s',
  (_, project) => {
    const documents = documentsOf(project)

    it('holds sound documents only', () => {
      for (const document of documents) expect(validate(document)).toEqual([])
    })

    it('uses only labels and questions that its schema has', () => {
      for (const { annotations, schema } of documents) {
        for (const annotation of annotations) {
          if (annotation.type === 'answer') {
            expect(schema.questions.map(({ id }) => id)).toContain(annotation.question)
          } else {
            const set = schema.labelSets.find(({ id }) => id === annotation.labelSet)
            expect(set?.labels.map(({ id }) => id)).toContain(annotation.label)
          }
        }
      }
    })

    it('gives every copy ids of its own and the names of the upload', () => {
      expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length)
      const root = project.cabinets.find(({ cabinet }) => cabinet.role === 'root')
      const names = new Set(root?.documents.map(({ name }) => name))
      expect(documents.filter(({ name }) => !names.has(name))).toEqual([])
      expect(root?.documents.flatMap(({ annotations }) => annotations)).toEqual([])
    })

    it('tells of every statement who made it', () => {
      for (const { annotations, cabinet } of documents) {
        for (const { origin } of annotations) {
          if (cabinet?.role === 'labeler') {
            expect(origin).toMatchObject({ by: 'labeler', user: { email: cabinet.user?.email } })
          } else if (origin.by === 'reviewer') expect(origin.user).toEqual(cabinet?.user)
          else expect(origin.user).toBeUndefined()
        }
      }
    })
  },
)

it('show together what the platform can do', () => {
  const documents = sampleProjects.flatMap(documentsOf)
  const used = Object.entries(features)
    .filter(([, facts]) => documents.some((document) => facts(document).length > 0))
    .map(([name]) => name)
  expect(used).toEqual(
    expect.arrayContaining([
      'cell.hidden',
      'tokens',
      'whitespace',
      'media',
      'span',
      'span.overlapping',
      'span.multi-cell',
      'relation',
      'answer.document',
      'answer.annotation',
      'box',
      'box.caption',
      'origin.by',
      'origin.user',
    ]),
  )
  const origins = documents.flatMap(({ annotations }) => annotations.map(({ origin }) => origin))
  expect(new Set(origins.map(({ by }) => by))).toEqual(
    new Set(['labeler', 'reviewer', 'auto', 'conflict']),
  )
  expect(new Set(origins.map(({ verdict }) => verdict))).toEqual(
    new Set(['accepted', 'rejected', undefined]),
  )
  expect(
    new Set(documents.flatMap(({ comments }) => comments.map(({ about }) => about.type))),
  ).toEqual(new Set(['annotation', 'reply', 'text', 'document']))
})

it('keep emoji, combining marks and right-to-left words whole', () => {
  const documents = sampleProjects
    .flatMap(documentsOf)
    .filter(({ cabinet }) => cabinet?.role === 'review')
  const tokens = documents.flatMap(({ cells }) =>
    cells.flatMap(({ text, tokens = new Uint32Array() }) => tokenTexts(text, tokens)),
  )
  expect(tokens).toEqual(expect.arrayContaining(['👩‍🌾', '🐝', 'Zoe\u0308', 'النخيل']))
  const labeled = documents.flatMap(({ cells, annotations }) =>
    annotations.flatMap((one) => (one.type === 'span' ? [textOf(cells, one.target)] : [])),
  )
  expect(labeled).toEqual(expect.arrayContaining(['rose\nwalk', 'النخلة القديمة', '😀']))
  expect(documents.flatMap(({ cells }) => cells.flatMap((cell) => speakerOf(cell) ?? []))).toEqual(
    [],
  )
})

describe('sample images', () => {
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset)
  const images = sampleImages()
  const media = sampleProjects
    .flatMap(documentsOf)
    .filter(({ cabinet, media }) => cabinet?.role === 'root' && media.length > 0)

  it('belong to the documents and are as large as their pages', () => {
    expect(images.map(({ name }) => name)).toEqual(media.map(({ name }) => name))
    for (const [index, { bytes }] of images.entries()) {
      expect(Array.from(bytes.subarray(0, 8))).toEqual([
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a,
      ])
      const { width, height } = media[index]?.media[0]?.pages[0] ?? {}
      expect([view(bytes).getUint32(16), view(bytes).getUint32(20)]).toEqual([width, height])
    }
  })

  it('are the same at every call', () => {
    expect(sampleImages()).toEqual(images)
  })

  it('lie behind boxes that stay on the page', () => {
    for (const { annotations, media } of sampleProjects.flatMap(documentsOf)) {
      const { width = 0, height = 0 } = media[0]?.pages[0] ?? {}
      for (const one of annotations) {
        if (one.type !== 'box') continue
        for (const { x, y } of one.shapes.flatMap(({ points }) => points)) {
          expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
        }
      }
    }
  })
})
