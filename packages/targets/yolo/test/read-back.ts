import {
  type Annotation,
  emptySchema,
  type LabeledDocument,
  labelNames,
  unknownOrigin,
} from '@labelport/model'

/** Reads label files and classes; sizes of pages come from the images, as for every YOLO reader. */
export function readBack(
  files: ReadonlyMap<string, Uint8Array>,
  original: LabeledDocument,
): LabeledDocument[] {
  const text = (path: string): string => new TextDecoder().decode(files.get(path))
  if (!files.has('data.yaml')) return []
  const classes = [...text('data.yaml').matchAll(/^ {2}\d+: (".*")$/gm)].map((match) =>
    String(JSON.parse(match[1] ?? '""')),
  )
  const ids = labelIds(original)
  const annotations: Annotation[] = []
  const images = text('images-train.tsv').trimEnd().split('\n').slice(1)
  for (const line of images) {
    const [path = '', , number] = line.split('\t')
    const labels = path.replace('images/', 'labels/').replace(/\.[^.]*$/, '.txt')
    const page = Number(number) - 1
    const size = original.media[0]?.pages.find(({ index }) => index === page)
    for (const row of text(labels)
      .split('\n')
      .filter((one) => one !== '')) {
      const [label = 0, x = 0, y = 0, width = 0, height = 0] = row.split(' ').map(Number)
      const name = classes[label] ?? '?'
      const [set, id] = ids.get(name) ?? ['?', name]
      const across = [x - width / 2, x + width / 2].map((value) => value * (size?.width ?? 0))
      const down = [y - height / 2, y + height / 2].map((value) => value * (size?.height ?? 0))
      const points = [0, 1, 2, 3].map((corner) => ({
        x: across[corner === 1 || corner === 2 ? 1 : 0] ?? 0,
        y: down[corner > 1 ? 1 : 0] ?? 0,
      }))
      annotations.push({
        type: 'box',
        id: String(annotations.length),
        labelSet: set,
        label: id,
        shapes: [{ page, points }],
        origin: unknownOrigin,
      })
    }
  }
  const { name } = original
  return [
    {
      id: '1',
      name,
      tasks: ['box'],
      cells: [],
      media: [],
      annotations,
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
