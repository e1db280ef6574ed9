import {
  baseName,
  escapesPath,
  limitReports,
  lineBatchesOf,
  noEscapes,
  parseEscapes,
  type ReadContext,
  type Source,
  textOfSource,
  unescapedLabel,
  unescapedToken,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { TagScheme } from '../options.ts'
import { documentsOf } from './documents.ts'
import { type ConllLine, conllLines, type LineHabit } from './lines.ts'
import { rowBuilder } from './row.ts'
import { watchScheme } from './scheme-watch.ts'

const habits = {
  'line-ends': 'Lines end with CR LF from here on; written files have LF.',
  'blank-lines': 'Found several empty lines in a row; written files have one.',
} as const satisfies Record<LineHabit, string>

/** Reads the documents of a file, one for each `-DOCSTART-`; long ones leave in segments. */
export async function* read(
  source: Source,
  context: ReadContext,
  scheme: TagScheme,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const table = context.sibling?.(escapesPath)
  const escapes =
    table === undefined
      ? noEscapes
      : parseEscapes(await textOfSource(table, 'conll-2003', context.signal))
  const name = context.documentName ?? withoutExtension(baseName(path), ['.conll'])
  const watch = watchScheme(scheme, path, report)
  const documents = documentsOf(path, name, { ...context, report }, () => watch.scheme)
  const row = rowBuilder()
  let hasTabs = false
  let lineCount = 0

  const warn = (what: string, line: number, message: string): void =>
    report({ severity: 'warning', code: `conll-2003/${what}`, message, place: { path, line } })
  const addToken = (line: ConllLine & { readonly type: 'token' }): void => {
    const { tag = '', token, number } = line
    if (tag === '') warn('missing-tag', number, 'Found no tag at the end of the line; read as O.')
    if (token === '') warn('empty-token', number, 'Found no text before the first column.')
    const isTagged = tag.startsWith('B-') || tag.startsWith('I-')
    const label = unescapedLabel(isTagged ? tag.slice(2) : tag, escapes)
    const place = row.add(
      unescapedToken(token, escapes),
      line.middle,
      isTagged ? tag.slice(0, 2) + label : label,
      number,
    )
    if (place === 'whole') {
      const message = 'Found a tag without B- or I-. Read as a label of this token alone.'
      warn('unprefixed-tag', number, message)
    }
    watch.see(place, number)
    hasTabs ||= line.tabs
  }
  const endRow = (): LabeledDocument | undefined =>
    row.isEmpty ? undefined : documents.add(row.take(), hasTabs)

  const told = new Set<LineHabit>()
  const tellHabit = (habit: LineHabit, line: number): void => {
    if (told.has(habit)) return
    told.add(habit)
    const place = { path, line }
    report({ severity: 'info', code: `conll-2003/${habit}`, message: habits[habit], place })
  }

  const lineOf = conllLines(tellHabit)
  for await (const lines of lineBatchesOf(source, 'conll-2003', context.signal)) {
    lineCount += lines.length
    for (const one of lines) {
      const line = lineOf(one)
      if (line.type === 'token') {
        addToken(line)
        continue
      }
      const full = endRow()
      if (full !== undefined) yield full
      const before = line.type === 'docstart' ? documents.begin(line.text) : undefined
      if (before !== undefined) yield before
    }
  }
  const full = endRow()
  if (full !== undefined) yield full
  if (lineCount === 0) {
    const message = 'The file is empty; expected a token, two columns and a tag on each line.'
    report({ severity: 'warning', code: 'conll-2003/empty-file', message, place: { path } })
  }
  watch.close()
  close()
  yield documents.finish()
}
