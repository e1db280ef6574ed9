import {
  type AskedUnit,
  baseName,
  type Diagnostic,
  type Example,
  exampleObject,
  exampleRows,
  FormatError,
  limitReports,
  type PlaceInFile,
  pointerStep,
  type ReadContext,
  type Source,
  textOfSource,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { offWords } from './off-words.ts'

interface Item {
  /** Undefined when it is no JSON. */
  readonly value: unknown
  readonly place: PlaceInFile
}

/** Reads JSON Lines, or JSON with one example or a list of them; each example is a row. */
export async function* read(
  source: Source,
  context: ReadContext,
  unit: AskedUnit,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const tell = (
    severity: Diagnostic['severity'],
    code: Diagnostic['code'],
    message: string,
    place?: PlaceInFile,
  ): void => report({ severity, code, message, place: { path, ...place } })
  const text = await textOfSource(source, 'custom', context.signal)
  if (text.trim() === '') {
    tell('warning', 'custom/empty-file', 'The file is empty; expected JSON with texts and labels.')
    return
  }
  const examples: Example[] = []
  for (const { value, place } of itemsIn(text)) {
    const found = exampleObject(value)
    if (found?.text === undefined) {
      const message = 'Found no JSON object with a text in "text_snippet"; left out.'
      tell('error', 'custom/bad-line', message, place)
      continue
    }
    if (found.unreadable > 0) {
      const message = `${found.unreadable} labels have no name or no whole numbers as offsets. They were left out.`
      tell('error', 'custom/bad-label', message, place)
    }
    const unread = [
      ...found.unread,
      ...(found.classes.length > 0 ? ['classificationAnnotation'] : []),
    ]
    if (unread.length > 0) {
      const keys = unread.map((key) => JSON.stringify(key)).join(', ')
      tell('info', 'custom/unread-keys', `The keys ${keys} are not read.`, place)
    }
    examples.push({ text: found.text, segments: found.segments, place })
  }
  if (examples.length === 0) throw unknownContent(path, text)
  const name = context.documentName ?? withoutExtension(baseName(path), ['.json', '.jsonl'])
  const rows = exampleRows(examples, {
    format: 'custom',
    path,
    context: { ...context, report },
    unit,
  })
  const labels = rows.annotations.length
  const message = `Read as the documented sample, entities for Google AutoML: ${examples.length} texts, ${labels} labels. No real file has been seen; please compare.`
  tell('info', 'custom/seen', message)
  const off = offWords(rows)
  if (off > 0) {
    const message = `${off} of ${labels} labels begin or end inside a word or at a blank. The sample script counts tokens joined by single blanks, so offsets drift where the text has other white space; compare these labels with another export.`
    tell('warning', 'custom/labels-off-words', message)
  }
  close()
  yield { id: path, name, tasks: ['token'], media: [], comments: [], ...rows }
}

/** The examples of a file: its lines, or what stands in it as a whole when that is JSON. */
function itemsIn(text: string): readonly Item[] {
  const whole = parse(text)
  if (Array.isArray(whole)) {
    return whole.map((value: unknown, index) => ({ value, place: { pointer: pointerStep(index) } }))
  }
  if (whole !== undefined) {
    return [{ value: whole, place: text.trim().includes('\n') ? { pointer: '' } : { line: 1 } }]
  }
  return text.split('\n').flatMap((line, index) => {
    return line.trim() === '' ? [] : [{ value: parse(line), place: { line: index + 1 } }]
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unknownContent(path: string, text: string): FormatError {
  const message = `Found ${JSON.stringify(text.slice(0, 60))}; expected what the documented sample writes. A File Transformer may write anything: describe your files with createCustom of @labelport/format-custom, or export the project in another format.`
  return new FormatError({
    severity: 'error',
    code: 'custom/unknown-content',
    message,
    place: { path },
  })
}
