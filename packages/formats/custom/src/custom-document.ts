import { namedLabels, type ReadContext, type Report } from '@labelport/format'
import {
  type Annotation,
  emptySchema,
  type LabeledDocument,
  type Question,
  unknownOrigin,
} from '@labelport/model'

/** A labeled stretch of a row. */
export interface CustomLabel {
  /** From 0. */
  readonly row: number
  /** Half-open, in UTF-16 code units, so that `text.slice(start, end)` is the labeled text. */
  readonly start: number
  readonly end: number
  /** The label's name. */
  readonly label: string
}

/** An answer to a question. */
export interface CustomAnswer {
  /** From 0. Absent means that the answer is about the document. */
  readonly row?: number
  /** The question's text. */
  readonly question: string
  readonly answer: string | readonly string[]
}

/** What a file says, without the ids and the schema that labelport adds. */
export interface CustomDocument {
  /** Absent means the name the export tells. */
  readonly name?: string
  readonly rows: readonly string[]
  readonly labels?: readonly CustomLabel[]
  readonly answers?: readonly CustomAnswer[]
}

/** The file a document is read from. */
export interface CustomFile {
  readonly path: string
  /** The document's name as the export tells it, or the file's own. */
  readonly name: string
  readonly report: Report
}

/** Turns what a function found into a document; labels without a place are told as `<id>/no-such-place`. */
export function documentOf(
  { rows, labels = [], answers = [], name }: CustomDocument,
  file: CustomFile,
  {
    id,
    index,
    schema,
  }: { readonly id: string; readonly index: number } & Pick<ReadContext, 'schema'>,
): LabeledDocument {
  const names = namedLabels(schema)
  const found = new Map<string, number>()
  const annotations: Annotation[] = []
  for (const { row, start, end, label } of labels) {
    const length = rows[row]?.length ?? -1
    if (![start, end].every(Number.isSafeInteger) || start < 0 || end > length || start >= end) {
      const message = `${start} to ${end} in row ${row} is no stretch of the text. The label "${label}" was left out.`
      const place = { path: file.path }
      file.report({ severity: 'error', code: `${id}/no-such-place`, message, place })
      continue
    }
    const at = found.get(label) ?? names.named.length
    if (at === names.named.length) {
      found.set(label, at)
      names.add(label)
    }
    const named = names.named[at] ?? { labelSet: '', label }
    const target = { cell: row, start, end }
    const span = `span-${annotations.length}`
    annotations.push({ type: 'span', id: span, ...named, target, origin: unknownOrigin })
  }
  const asked = [...(schema ?? emptySchema).questions]
  for (const one of answers) {
    if (one.row !== undefined && rows[one.row] === undefined) {
      const message = `There is no row ${one.row}. The answer to "${one.question}" was left out.`
      const place = { path: file.path }
      file.report({ severity: 'error', code: `${id}/no-such-place`, message, place })
      continue
    }
    annotations.push({
      type: 'answer',
      id: `answer-${annotations.length}`,
      ...answerOf(one, asked),
      about: one.row === undefined ? { type: 'document' } : { type: 'row', row: one.row },
      origin: unknownOrigin,
    })
  }
  const tasks = new Set(labels.length > 0 || answers.length === 0 ? ['token' as const] : [])
  return {
    id: index === 0 ? file.path : `${file.path}#${index + 1}`,
    name: name ?? file.name,
    tasks: [
      ...tasks,
      ...(answers.some(({ row }) => row !== undefined) ? (['row'] as const) : []),
      ...(answers.some(({ row }) => row === undefined) ? (['document'] as const) : []),
    ],
    cells: rows.map((text, row) => ({ row, column: 0, text })),
    media: [],
    annotations,
    comments: [],
    schema: { labelSets: names.schema().labelSets, questions: asked },
  }
}

/** Finds the question by its text, or adds one for texts. */
function answerOf({ row, question, answer }: CustomAnswer, asked: Question[]) {
  const about = row === undefined ? 'document' : 'row'
  const known = asked.find((one) => one.about.type === about && one.text === question)
  const texts = typeof answer === 'string' ? [answer] : answer
  if (known?.type === 'choice') {
    const options = texts.map((text) => known.options.find(({ name }) => name === text)?.id ?? text)
    return { question: known.id, value: { type: 'choice', options } as const }
  }
  const id = known?.id ?? `${about}: ${question}`
  if (known === undefined) asked.push({ id, text: question, about: { type: about }, type: 'text' })
  const value =
    typeof answer === 'string'
      ? ({ type: 'text', text: answer } as const)
      : ({ type: 'texts', texts } as const)
  return { question: id, value }
}
