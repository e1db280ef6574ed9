import {
  baseName,
  columnLabels,
  limitReports,
  type ReadContext,
  type Source,
  withoutExtension,
} from '@labelport/format'
import { type Annotation, type Cell, type LabeledDocument, TokenBuffer } from '@labelport/model'
import { linesOfSentence } from '../extra.ts'
import { parseSentence } from '../sentence.ts'
import { textOfSentence } from '../text.ts'
import { annotator } from './annotations.ts'
import { blockBatchesOf } from './blocks.ts'
import { oddities } from './oddities.ts'

/** A segment ends after this many sentences; no arrow leaves its sentence. */
const segmentSentences = 1024

/** Reads each sentence as a cell; a long file leaves in segments. */
export async function* read(source: Source, context: ReadContext): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const name = context.documentName ?? withoutExtension(baseName(path), ['.conllu'])
  const labels = columnLabels(context.schema)
  const tell = (what: keyof typeof oddities, line?: number): void =>
    report({
      code: `conll-u/${what}`,
      ...oddities[what],
      place: { path, ...(line !== undefined && { line }) },
    })
  const buffer = new TokenBuffer()
  const annotate = annotator((column, label) => {
    const { trouble, ...found } = labels.find(column, label)
    if (trouble) report({ code: `conll-u/${trouble.what}`, ...trouble.finding, place: { path } })
    return found
  }, labels.labelSetOf)
  let cells: Cell[] = []
  let annotations: Annotation[] = []
  let sentences: string[] = []
  let index = 0
  let row = 0
  const take = (last: boolean): LabeledDocument => {
    const document: LabeledDocument = {
      id: path,
      name,
      ...(index === 0 && last ? {} : { segment: { index, last } }),
      tasks: ['token'],
      cells,
      media: [],
      annotations,
      comments: [],
      schema: labels.schema(),
      extra: { 'conll-u': { sentences } },
    }
    cells = []
    annotations = []
    sentences = []
    index += 1
    return document
  }
  let hasLines = false
  for await (const blocks of blockBatchesOf(source, context.signal)) {
    for (const { raw, line: top } of blocks) {
      // Empty lines before the first sentence stand above its lines.
      const line = top + emptyLinesBefore(raw)
      if (cells.length >= segmentSentences) yield take(false)
      const sentence = parseSentence(linesOfSentence(raw))
      for (const { what, line: at } of sentence.odd) tell(what, line + at)
      const { text, tokens, differs } = textOfSentence(sentence, buffer)
      if (differs) tell('text-differs', line + lineOfText(sentence.lines))
      const found = annotate(sentence.words, tokens, cells.length)
      for (const id of found.dangling) tell('dangling-head', line + lineOfWord(sentence.lines, id))
      annotations.push(...found.annotations)
      cells.push({ row, column: 0, text, tokens })
      sentences.push(raw)
      hasLines ||= sentence.lines.length > 0
      row += 1
    }
  }
  if (!hasLines) tell('empty-file')
  close()
  yield take(true)
}

function emptyLinesBefore(raw: string): number {
  return (/^(?:\r?\n)*/.exec(raw)?.[0] ?? '').split('\n').length - 1
}

function lineOfWord(lines: ReturnType<typeof parseSentence>['lines'], id: number): number {
  return lines.findIndex((line) => line.type === 'word' && line.word.id === id)
}

function lineOfText(lines: ReturnType<typeof parseSentence>['lines']): number {
  return lines.findIndex((line) => line.type === 'other' && line.raw.startsWith('# text = '))
}
