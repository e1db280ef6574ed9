import {
  bareDocuments,
  dropRootCopy,
  joinCells,
  openFates,
  type Part,
  safeName,
  schemaNames,
  tellEmptySplits,
  uniqueNames,
  type WriteContext,
  wellFormed,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { annotationLines } from './annotation-lines.ts'
import { annotationConf, visualConf } from './configuration.ts'
import type { Options } from './options.ts'
import { type DocumentFates, reasons } from './reasons.ts'
import { openTypes } from './types.ts'

/** Writes a text and its annotations for each document, and the configuration at the end. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { account, report, splits } = context
  const unique = uniqueNames()
  const schemas = schemaNames('brat', report)
  const types = openTypes(schemas)
  const used = new Set<string>()
  let count = 0
  for await (const document of bareDocuments(documents)) {
    if (dropRootCopy('brat', reasons, document, context)) continue
    count += 1
    const split = splits?.of(document)
    if (split !== undefined) used.add(split)
    const folder = split === undefined ? '' : `${safeName(split)}/`
    const path = folder + unique(`${safeName(withoutExtension(document.name, ['.txt']))}.txt`)
    const fates = openFates('brat', reasons, account, document)
    const { cells, schema } = document
    const joined = joinCells(cells, (cell) => cells[cell]?.status === undefined, lineOf)
    const isEmpty = cells.every(({ status }) => status !== undefined)
    settleCells(document, fates)
    types.declare(schema)
    const names = schemas.of(schema, 'text')
    const lines = annotationLines({ document, joined, lineOf, names, types, fates, options })
    fates.close()
    yield { path, chunk: isEmpty ? '' : `${joined.text}\n` }
    const annotations = lines.map((line) => `${line}\n`).join('')
    yield { path: path.replace(/\.txt$/, '.ann'), chunk: annotations }
  }
  if (count === 0) {
    const message = 'No document came, so no file was written.'
    report({ severity: 'warning', code: 'brat/no-documents', message })
    return
  }
  const lack = 'no document, so it has no folder'
  tellEmptySplits('brat', { names: splits?.names ?? [], used, lack }, report)
  yield { path: 'annotation.conf', chunk: annotationConf(types.types()) }
  yield { path: 'visual.conf', chunk: visualConf(types.types()) }
}

/** Python reads a carriage return as a line end, which would move every offset behind it. */
function lineOf(text: string): string {
  return wellFormed(text.replaceAll('\r', ' '))
}

function settleCells({ cells }: LabeledDocument, fates: DocumentFates): void {
  for (const [index, { text, status }] of cells.entries()) {
    if (status !== undefined) fates.drop('cell', 'cell-hidden', index)
    else if (lineOf(text) !== text) fates.change('cell', 'cell-respelled', index)
    else if (text.includes('\n')) fates.change('cell', 'line-feed-in-cell', index)
    else fates.keep('cell')
  }
}
