import {
  type Annotation,
  emptySchema,
  type LabeledDocument,
  labelNames,
  unknownOrigin,
} from '@labelport/model'

/** What a COCO reader looks for. */
export interface CocoFile {
  readonly images: readonly {
    readonly id: number
    readonly file_name: string
    readonly width: number
    readonly height: number
    readonly page: number
    readonly attributes?: Readonly<Record<string, unknown>>
  }[]
  readonly annotations: readonly {
    readonly id: number
    readonly image_id: number
    readonly category_id: number
    readonly bbox: readonly number[]
    readonly area: number
    readonly segmentation?: readonly (readonly number[])[]
    readonly iscrowd: number
    readonly attributes?: Readonly<Record<string, unknown>>
  }[]
  readonly categories: readonly { readonly id: number; readonly name: string }[]
}

/** Reads the polygons and nothing else but the ids of labels. */
export function readBack(
  files: ReadonlyMap<string, Uint8Array>,
  original: LabeledDocument,
): LabeledDocument[] {
  const bytes = files.get('annotations.json')
  if (bytes === undefined) return []
  const { images, annotations, categories }: CocoFile = JSON.parse(new TextDecoder().decode(bytes))
  const pages = new Map(images.map((image) => [image.id, image]))
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  const ids = labelIds(original)
  const boxes = annotations.map((one): Annotation => {
    const name = names.get(one.category_id) ?? '?'
    const [labelSet, label] = ids.get(name) ?? ['?', name]
    const flat = one.segmentation?.[0] ?? []
    const points = flat.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: flat[at + 1] ?? 0 }] : []))
    const shapes = [{ page: pages.get(one.image_id)?.page ?? -1, points }]
    const caption = one.attributes?.caption
    const told = typeof caption === 'string' ? { caption } : {}
    const id = String(one.id)
    return { type: 'box', id, labelSet, label, shapes, origin: unknownOrigin, ...told }
  })
  return [
    {
      id: '1',
      name: original.name,
      tasks: ['box'],
      cells: [],
      media: [
        {
          type: 'image',
          pages: images.map(({ page, width, height }) => ({ index: page, width, height })),
        },
      ],
      annotations: boxes,
      comments: [],
      schema: emptySchema,
    },
  ]
}

function labelIds({ schema }: LabeledDocument): ReadonlyMap<string, readonly [string, string]> {
  const names = labelNames(schema, 'box')
  const sets = schema.labelSets.filter(({ appliesTo }) => appliesTo === 'box')
  return new Map(
    sets.flatMap((set) =>
      set.labels.map(({ id }) => [names.nameOf(set.id, id), [set.id, id] as const] as const),
    ),
  )
}
