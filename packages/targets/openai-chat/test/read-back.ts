import {
  type Annotation,
  type Cell,
  type LabeledDocument,
  type LabelSchema,
  labelNames,
  unknownOrigin,
} from '@labelport/model'

/** A line of supervised fine-tuning; a mistake in this shape fails the promises. */
interface ChatLine {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

/** The lines of a file. */
export function linesIn<T>(text: string | undefined): readonly T[] {
  return (text ?? '')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T)
}

/** Finds the quotes of answers in the texts of prompts, each behind the one before where it can. */
export function readBack(
  files: ReadonlyMap<string, Uint8Array>,
  { name, schema }: LabeledDocument,
): LabeledDocument[] {
  const lines = linesIn<ChatLine>(new TextDecoder().decode(files.get('train.jsonl')))
  if (lines.length === 0) return []
  const cells: Cell[] = []
  const annotations: Annotation[] = []
  const sets: LabelSchema['labelSets'][number][] = []
  for (const { messages } of lines) {
    const first = cells.length
    const text = messages.at(-2)?.content ?? ''
    for (const line of text.split('\n')) cells.push({ row: cells.length, column: 0, text: line })
    const answer = messages.at(-1)?.content ?? ''
    const id = `a${annotations.length}`
    if (!answer.startsWith('{')) {
      const about =
        schema.questions[0]?.about.type === 'row'
          ? ({ type: 'row', row: first } as const)
          : ({ type: 'document' } as const)
      const value = { type: 'texts', texts: answer.split('\n') } as const
      annotations.push({ type: 'answer', id, question: '?', about, value, origin: unknownOrigin })
      continue
    }
    const { entities } = JSON.parse(answer) as {
      readonly entities: readonly { readonly label: string; readonly text: string }[]
    }
    for (const [index, { label, text: quote }] of entities.entries()) {
      const at = text.indexOf(quote)
      const ids = idsOf(schema, label)
      if (sets.every((set) => set.id !== ids.labelSet)) {
        sets.push({ id: ids.labelSet, appliesTo: 'text', labels: [{ id: ids.label, name: label }] })
      }
      const target = targetAt(text, at, at + quote.length, first)
      annotations.push({
        type: 'span',
        id: `${id}-${index}`,
        ...ids,
        target,
        origin: unknownOrigin,
      })
    }
  }
  const document = { id: '1', name, tasks: [], cells, media: [], annotations, comments: [] }
  return [{ ...document, schema: { labelSets: sets, questions: [] } }]
}

function idsOf(schema: LabelSchema, wanted: string) {
  const names = labelNames(schema, 'text')
  for (const set of schema.labelSets) {
    for (const { id } of set.labels) {
      if (names.nameOf(set.id, id) === wanted) return { labelSet: set.id, label: id }
    }
  }
  return { labelSet: '?', label: wanted }
}

function targetAt(text: string, start: number, end: number, first: number) {
  const lineOf = (at: number) => text.slice(0, at).split('\n').length - 1
  const inLine = (at: number) => at - (text.lastIndexOf('\n', at - 1) + 1)
  const [from, to] = [lineOf(start), lineOf(end)]
  const place = { cell: first + from, start: inLine(start), end: inLine(end) }
  return from === to ? place : { ...place, endCell: first + to }
}
