import {
  type Annotation,
  emptySchema,
  type LabeledDocument,
  labelNames,
  type Page,
  unknownOrigin,
} from '@labelport/model'

/** Reads every file as a VOC reader does: names and edges, from 1, the last pixel inside. */
export function readBack(
  files: ReadonlyMap<string, Uint8Array>,
  original: LabeledDocument,
): LabeledDocument[] {
  const annotations: Annotation[] = []
  const pages: Page[] = []
  const ids = labelIds(original)
  for (const [path, bytes] of files) {
    if (!path.endsWith('.xml')) continue
    const xml = new TextDecoder().decode(bytes)
    const numbered = /-(\d+)\.xml$/.exec(path)
    const page = numbered === null ? 0 : Number(numbered[1]) - 1
    pages.push({ index: page, width: numberIn(xml, 'width'), height: numberIn(xml, 'height') })
    for (const [object] of xml.matchAll(/<object>[\s\S]*?<\/object>/g)) {
      const name = textIn(object, 'name')
      const [labelSet, label] = ids.get(name) ?? ['?', name]
      const [left, top] = [numberIn(object, 'xmin') - 1, numberIn(object, 'ymin') - 1]
      const [right, bottom] = [numberIn(object, 'xmax'), numberIn(object, 'ymax')]
      const points = [
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ]
      const id = String(annotations.length)
      const shapes = [{ page, points }]
      annotations.push({ type: 'box', id, labelSet, label, shapes, origin: unknownOrigin })
    }
  }
  if (pages.length === 0) return []
  return [
    {
      id: '1',
      name: original.name,
      tasks: ['box'],
      cells: [],
      media: [{ type: 'image', pages }],
      annotations,
      comments: [],
      schema: emptySchema,
    },
  ]
}

/** The text of the first element of a name, with its escapes undone. */
export function textIn(xml: string, element: string): string {
  const found = new RegExp(`<${element}>(.*?)</${element}>`).exec(xml)?.[1] ?? ''
  return found
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

export function numberIn(xml: string, element: string): number {
  return Number(textIn(xml, element))
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
