import {
  classRows,
  type Example,
  type ExampleObject,
  exampleObject,
  exampleRows,
  isObject,
  type JsonObject,
} from '@labelport/format'
import type { LabeledDocument, Task } from '@labelport/model'
import { extraOf } from '../extra.ts'
import { textFinder } from './elsewhere.ts'
import type { Scope } from './scope.ts'

interface Line {
  readonly text: string
  /** From 1. */
  readonly line: number
}

/** Reads JSON Lines: each object is a row, with labels on its text or classes. */
export async function readExamples(
  lines: readonly Line[],
  seen: string,
  scope: Scope,
): Promise<LabeledDocument> {
  const { path, name, context, options } = scope
  const examples: Example[] = []
  const elsewhere: Record<string, JsonObject> = {}
  const uses: Record<string, string> = {}
  const classes = classRows({ id: path, name }, context.schema, options.question)
  const counts = { vertex: 0, automl: 0 }
  const textAt = textFinder(scope)
  let labels = 0
  for (const { text: source, line } of lines) {
    if (source.trim() === '') continue
    const { value, found } = parse(source)
    if (found === undefined) {
      const message = `Found ${JSON.stringify(source.slice(0, 60))}; expected a JSON object with "textContent" or "textGcsUri". The line was left out.`
      scope.tell('error', 'bad-line', message, line)
      continue
    }
    counts[found.shape] += 1
    if (found.unreadable > 0) {
      const message = `${found.unreadable} labels or classes have no name, or no whole numbers as offsets. They were left out.`
      scope.tell('error', 'bad-label', message, line)
    }
    if (found.unread.length > 0) {
      const keys = found.unread.map((key) => JSON.stringify(key)).join(', ')
      scope.tell('info', 'unread-keys', `The keys ${keys} are not read.`, line)
    }
    const text = found.text ?? (await textAt(found.uri ?? '', line))
    const row = examples.length
    if (text === undefined && isObject(value)) {
      elsewhere[row] = value
      tellElsewhere(found, line, scope)
    }
    if (found.use !== undefined) uses[row] = found.use
    labels += found.segments.length
    const segments = text === undefined ? [] : found.segments
    examples.push({ text: text ?? '', segments, place: { line } })
    for (const unknown of classes.add(text ?? '', found.classes)) {
      const message = `${JSON.stringify(unknown)} is no option of the question. It was kept as it is.`
      scope.tell('warning', 'no-such-option', message, line)
    }
  }
  const shape = counts.automl > counts.vertex ? 'AutoML before Vertex AI' : 'Vertex AI'
  const message = `Read as ${seen} of ${shape}: ${examples.length} texts, ${labels} labels on them, ${classes.classes} classes. No real export of this kind has been seen; please compare.`
  scope.tell('info', 'seen', message)
  const placed = exampleRows(examples, {
    format: 'gcp-vertex-ai-csv',
    path,
    context,
    unit: options.unit,
  })
  const answered = classes.classes > 0 ? classes.document() : undefined
  const tasks: Task[] = answered && labels === 0 ? ['row'] : answered ? ['token', 'row'] : ['token']
  return {
    id: path,
    name,
    tasks,
    cells: placed.cells,
    media: [],
    annotations: [...placed.annotations, ...(answered?.annotations ?? [])],
    comments: [],
    schema: answered
      ? { labelSets: placed.schema.labelSets, questions: answered.schema.questions }
      : placed.schema,
    ...extraOf({ uses, elsewhere }),
  }
}

function parse(text: string): { readonly value?: unknown; readonly found?: ExampleObject } {
  try {
    const value: unknown = JSON.parse(text)
    const found = exampleObject(value)
    return { value, ...(found && { found }) }
  } catch {
    return {}
  }
}

function tellElsewhere({ uri, segments }: ExampleObject, line: number, scope: Scope): void {
  const place = `"${uri}", and no file of that name lies beside`
  if (segments.length === 0) {
    scope.tell('warning', 'text-elsewhere', `The text lies at ${place}; the row is empty.`, line)
    return
  }
  const message = `The text lies at ${place}, so ${segments.length} labels could not be placed: they are kept apart and no other format will show them. Put the text beside the file.`
  scope.tell('error', 'no-text-for-labels', message, line)
}
