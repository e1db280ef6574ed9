import {
  type Annotation,
  type Cell,
  type Comment,
  emptySchema,
  type LabeledDocument,
  labelNames,
  unknownOrigin,
} from '@labelport/model'
import { nameOf, readStandoff } from './read-brat.ts'

type Files = ReadonlyMap<string, Uint8Array>

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the control characters that end lines.
const onlyLineEnds = /^[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+$/

/** Python's decoder keeps a byte order mark, and so does brat. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Makes documents of what the files say; fragments with line ends and tabs between them are one label. */
export function readBack(files: Files, original: LabeledDocument): LabeledDocument[] {
  return [...files]
    .filter(([path]) => path.endsWith('.txt'))
    .map(([path, bytes]) => {
      const annotations = files.get(path.replace(/\.txt$/, '.ann'))
      if (annotations === undefined) throw new Error(`"${path}" has no annotations.`)
      return documentOf(decoder.decode(bytes), decoder.decode(annotations), original)
    })
}

function documentOf(
  text: string,
  annotationText: string,
  { name, schema }: LabeledDocument,
): LabeledDocument {
  const { characters, entities, relations, attributes, notes } = readStandoff(text, annotationText)
  const cells = cellsOf(text)
  const labels = new Map(
    schema.labelSets.flatMap((set) =>
      set.labels.map(({ id }) => [labelNames(schema, 'text').nameOf(set.id, id), [set.id, id]]),
    ),
  )
  const labelOf = (type: string) => {
    const [labelSet = '?', label = nameOf(type)] = labels.get(nameOf(type)) ?? []
    return { labelSet, label }
  }
  const seen = new Set([...entities.values()].map(({ type }) => nameOf(type)))
  const annotations: Annotation[] = [...entities].map(([id, { type, fragments }]) => {
    for (const [index, [start]] of fragments.entries()) {
      const end = fragments[index - 1]?.[1]
      if (end === undefined) continue
      const between = characters.slice(end, start).join('')
      if (!onlyLineEnds.test(between)) throw new Error(`A gap of ${JSON.stringify(between)}.`)
    }
    const from = placeOf(cells, characters, fragments[0]?.[0] ?? 0, 'start')
    const to = placeOf(cells, characters, fragments.at(-1)?.[1] ?? 0, 'end')
    const endCell = to.cell === from.cell ? {} : { endCell: to.cell }
    const target = { cell: from.cell, start: from.offset, end: to.offset, ...endCell }
    return { type: 'span', id, ...labelOf(type), target, origin: unknownOrigin }
  })
  for (const [index, { type, from, to }] of relations.entries()) {
    const { labelSet, label } = labelOf(type)
    const named = type === '_x_' ? {} : { label }
    const id = `r${index}`
    annotations.push({ type: 'relation', id, labelSet, ...named, from, to, origin: unknownOrigin })
  }
  for (const [index, { type, target, value }] of attributes.entries()) {
    annotations.push({
      type: 'answer',
      id: `a${index}`,
      question: nameOf(type),
      about: { type: 'annotation', id: target },
      value: { type: 'text', text: nameOf(value) },
      origin: unknownOrigin,
    })
  }
  const comments = notes
    .filter(({ type }) => type === 'AnnotatorNotes')
    .map(({ target, text: said }, index): Comment => {
      return { id: `c${index}`, text: said, about: { type: 'annotation', id: target } }
    })
  const labelSets = [...seen].map((one) => ({ id: one, name: one }))
  return {
    id: '1',
    name,
    tasks: ['token'],
    cells,
    media: [],
    annotations,
    comments,
    schema: {
      ...emptySchema,
      labelSets: seen.size === 0 ? [] : [{ id: 's', appliesTo: 'text', labels: labelSets }],
    },
  }
}

/** Each line is a cell. */
function cellsOf(text: string): Cell[] {
  const lines = text.split('\n')
  if (lines.pop() !== '') throw new Error('The text does not end with a line feed.')
  return lines.map((line, row) => ({ row, column: 0, text: line }))
}

/** A place in the file as a place in a cell; a label ends at the end of a line, not before the next one. */
function placeOf(
  cells: readonly Cell[],
  characters: readonly string[],
  at: number,
  side: 'start' | 'end',
) {
  let offset = characters.slice(0, at).join('').length
  for (const [cell, { text }] of cells.entries()) {
    const fits = side === 'start' ? offset < text.length : offset <= text.length
    if (fits) return { cell, offset }
    offset -= text.length + 1
  }
  throw new Error(`No line holds character ${at}.`)
}
