import {
  type Annotation,
  type Cell,
  emptySchema,
  type LabeledDocument,
  type LabelSchema,
  labelNames,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'

type Files = ReadonlyMap<string, Uint8Array>

interface Table {
  readonly characters: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
}

/** Reads IOB2 files as a careful user would: split at white space, then undo the escapes. */
export function readBack(files: Files, original: LabeledDocument): LabeledDocument[] {
  const decoder = new TextDecoder()
  const escapes = files.get('escapes.json')
  const table: Table = JSON.parse(
    escapes ? decoder.decode(escapes) : '{"characters":{},"labels":{}}',
  )
  return [...files]
    .filter(([path]) => path.endsWith('.conll'))
    .map(([, bytes]) => documentOf(decoder.decode(bytes), table, original))
}

function documentOf(text: string, table: Table, original: LabeledDocument): LabeledDocument {
  const ids = labelIds(original.schema)
  const seen = new Set<string>()
  const cells: Cell[] = []
  const annotations: Annotation[] = []
  for (const block of text.split('\n\n').filter((one) => one !== '')) {
    const row = cells.length
    const buffer = new TokenBuffer()
    const lines = block.split('\n').filter((line) => line !== '')
    let cellText = ''
    let open: { start: number; end: number; label: string } | undefined
    const close = (): void => {
      if (open === undefined) return
      seen.add(open.label)
      const [labelSet, label] = ids.get(open.label) ?? ['?', open.label]
      const target = { cell: row, start: open.start, end: open.end }
      const id = `${row}:${annotations.length}`
      annotations.push({ type: 'span', id, labelSet, label, target, origin: unknownOrigin })
      open = undefined
    }
    for (const [index, line] of lines.entries()) {
      const columns = line.split(/\s+/)
      const token = unescaped(columns[0] ?? '', table)
      const tag = columns.at(-1) ?? ''
      if (index > 0) cellText += ' '
      const start = cellText.length
      cellText += token
      buffer.add(start, cellText.length)
      const name = tag.slice(2)
      if (!tag.startsWith('I-')) close()
      if (tag.startsWith('B-')) {
        open = { start, end: cellText.length, label: table.labels[name] ?? name }
      } else if (open !== undefined) open.end = cellText.length
    }
    close()
    cells.push({ row, column: 0, text: cellText, tokens: buffer.take() })
  }
  const schema: LabelSchema = { ...emptySchema, labelSets: setOf(seen) }
  return {
    id: '1',
    name: original.name,
    tasks: ['token'],
    cells,
    media: [],
    annotations,
    comments: [],
    schema,
  }
}

/** Every escape ends with a semicolon or is the one sign for a blank. */
function unescaped(token: string, { characters }: Table): string {
  return token.replaceAll(/\u2423|\u241b[^;]*;/g, (mark) => characters[mark] ?? mark)
}

function labelIds(schema: LabelSchema): Map<string, readonly [string, string]> {
  const names = labelNames(schema, 'text')
  const ids = new Map<string, readonly [string, string]>()
  for (const set of schema.labelSets)
    if (set.appliesTo === 'text')
      for (const { id } of set.labels) ids.set(names.nameOf(set.id, id), [set.id, id])
  return ids
}

function setOf(names: ReadonlySet<string>): LabelSchema['labelSets'] {
  if (names.size === 0) return []
  return [{ id: 'tags', appliesTo: 'text', labels: [...names].map((name) => ({ id: name, name })) }]
}
