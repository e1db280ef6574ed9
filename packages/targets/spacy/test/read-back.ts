import {
  type Annotation,
  type Cell,
  type LabeledDocument,
  type LabelSchema,
  labelNames,
  type Question,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'
import { type FoundDoc, readDocBin, type Stretch } from './doc-bin.ts'

type Files = ReadonlyMap<string, Uint8Array>

/** An arrow as it stands in `user_data`. */
interface Arrow {
  readonly label: string | null
  readonly from: Stretch
  readonly to: Stretch
}

/** Reads docs and nothing else but the ids of labels. */
export function readBack(files: Files, original: LabeledDocument): LabeledDocument[] {
  const docs = [...files.values()].flatMap(readDocBin)
  const [first] = docs
  if (first === undefined) return []
  const cells: Cell[] = []
  const annotations: Annotation[] = []
  const ids = labelIds(original.schema)
  for (const doc of docs) addDoc(doc, { cells, annotations, ids, original })
  return [
    {
      id: '1',
      name: String(first.data.document),
      tasks: [],
      cells,
      media: [],
      annotations,
      comments: [],
      schema: { labelSets: labelSetsOf(docs), questions: questionsOf(docs) },
    },
  ]
}

interface Reading {
  readonly cells: Cell[]
  readonly annotations: Annotation[]
  readonly ids: ReadonlyMap<string, readonly [string, string]>
  readonly original: LabeledDocument
}

function addDoc(doc: FoundDoc, { cells, annotations, ids, original }: Reading): void {
  const lines = linesOf(doc)
  const first = cells.length
  for (const [index, { text, tokens }] of lines.entries()) {
    cells.push({ row: Number(doc.data.row ?? index), column: 0, text, tokens })
  }
  const origin = unknownOrigin
  const spanIds = new Map<string, string>()
  for (const { start, end, label: name } of doc.spans.sc ?? doc.ents) {
    const [from, to] = [placeOf(lines, start), placeOf(lines, end - 1)]
    const target = { cell: first + from.line, start: from.start, end: to.end }
    const endCell = to.line === from.line ? {} : { endCell: first + to.line }
    const [labelSet, label] = ids.get(name) ?? ['?', name]
    const id = `s${annotations.length}`
    spanIds.set(JSON.stringify([start, end, name]), id)
    annotations.push({
      type: 'span',
      id,
      labelSet,
      label,
      target: { ...target, ...endCell },
      origin,
    })
  }
  // The decoder is not told what stands in user_data; a mistake in this shape fails the promises.
  for (const { label: name, from, to } of (doc.data.relations ?? []) as readonly Arrow[]) {
    const [labelSet, label] = ids.get(name ?? '') ?? ['?', name ?? '']
    const endOf = ({ start, end, label: of }: Stretch): string =>
      spanIds.get(JSON.stringify([start, end, of])) ?? 'none'
    const named = name === null ? {} : { label }
    const id = `r${annotations.length}`
    const ends = { from: endOf(from), to: endOf(to) }
    annotations.push({ type: 'relation', id, labelSet, ...named, ...ends, origin })
  }
  const chosen = Object.entries(doc.cats).filter(([, score]) => score === 1)
  if (chosen.length === 0) return
  const about =
    doc.data.row === undefined
      ? ({ type: 'document' } as const)
      : ({ type: 'row', row: Number(doc.data.row) } as const)
  const options = chosen.map(([name]) => name)
  const value = { type: 'choice', options } as const
  const question = original.schema.questions.find(({ type }) => type === 'choice')?.id ?? '?'
  annotations.push({ type: 'answer', id: `a${annotations.length}`, question, about, value, origin })
}

interface Line {
  readonly text: string
  readonly tokens: Uint32Array
  /** Its first token in the doc, and for each of its tokens in the doc the place in the text. */
  readonly first: number
  readonly places: readonly { readonly start: number; readonly end: number }[]
}

/** A token that is a line feed ends a line. Tokens of white space belong to the text only. */
function linesOf({ words, spaces, data }: FoundDoc): readonly Line[] {
  const lines: Line[] = []
  let open = {
    text: '',
    buffer: new TokenBuffer(64),
    first: 0,
    places: [] as Line['places'][number][],
  }
  const close = (next: number): void => {
    const { buffer, ...line } = open
    lines.push({ ...line, tokens: buffer.take() })
    open = { text: '', buffer: new TokenBuffer(64), first: next, places: [] }
  }
  for (const [index, word] of words.entries()) {
    if (word === '\n' && data.row === undefined) {
      close(index + 1)
      continue
    }
    const place = { start: open.text.length, end: open.text.length + word.length }
    open.text += word + (spaces[index] === true ? ' ' : '')
    open.places.push(place)
    if (!/^\s+$/.test(word)) open.buffer.add(place.start, place.end)
  }
  close(words.length)
  return lines
}

function placeOf(lines: readonly Line[], token: number) {
  const line = lines.findLastIndex(({ first }) => first <= token)
  const place = lines[line]?.places[token - (lines[line]?.first ?? 0)]
  return { line, start: place?.start ?? -1, end: place?.end ?? -1 }
}

function labelIds(schema: LabelSchema): ReadonlyMap<string, readonly [string, string]> {
  const names = labelNames(schema, 'text')
  const sets = schema.labelSets.filter(({ appliesTo }) => appliesTo === 'text')
  return new Map(
    sets.flatMap((set) =>
      set.labels.map(({ id }) => [names.nameOf(set.id, id), [set.id, id] as const] as const),
    ),
  )
}

function labelSetsOf(docs: readonly FoundDoc[]): LabelSchema['labelSets'] {
  const spans = docs.flatMap((doc) => [...doc.ents, ...Object.values(doc.spans).flat()])
  const names = [...new Set(spans.map(({ label }) => label))]
  if (names.length === 0) return []
  return [{ id: 'seen', appliesTo: 'text', labels: names.map((name) => ({ id: name, name })) }]
}

function questionsOf(docs: readonly FoundDoc[]): readonly Question[] {
  const names = [...new Set(docs.flatMap(({ cats }) => Object.keys(cats)))]
  if (names.length === 0) return []
  const options = names.map((name) => ({ id: name, name }))
  return [{ id: 'q', text: 'q', about: { type: 'row' }, type: 'choice', options }]
}
