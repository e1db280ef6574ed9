import {
  bareDocuments,
  dropRootCopy,
  openFates,
  type Part,
  safeName,
  schemaNames,
  tellEmptySplits,
  uniqueNames,
  type WriteContext,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { headerOf, sentenceText } from './file-text.ts'
import type { Options } from './options.ts'
import { placeLabels } from './place-labels.ts'
import { reasons } from './reasons.ts'
import { sentencesOf } from './sentences.ts'

/** Text is handed on in pieces of about this many UTF-16 code units. */
const chunkText = 1024 * 1024

/** Writes a file for each document while documents come in. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { account, report, splits } = context
  const unique = uniqueNames()
  const schemas = schemaNames('webanno-tsv', report)
  const used = new Set<string>()
  let count = 0
  for await (const document of bareDocuments(documents)) {
    if (dropRootCopy('webanno-tsv', reasons, document, context)) continue
    const fates = openFates('webanno-tsv', reasons, account, document)
    const sentences = sentencesOf(document.cells, fates)
    const names = schemas.of(document.schema, 'text')
    const { unresolved } = options
    const labels = placeLabels({ document, sentences, names, fates, unresolved })
    fates.close()
    if (sentences.length === 0) {
      const message = `${JSON.stringify(document.name)} has no text, and so no file: WebAnno reads none without a sentence.`
      report({ severity: 'warning', code: 'webanno-tsv/no-text', message })
      continue
    }
    count += 1
    const split = splits?.of(document)
    if (split !== undefined) used.add(split)
    const folder = split === undefined ? '' : `${safeName(split)}/`
    const path = folder + unique(`${safeName(withoutExtension(document.name, ['.tsv']))}.tsv`)
    let chunk = headerOf(labels, options)
    for (const [index, sentence] of sentences.entries()) {
      chunk += sentenceText(sentence, index, labels)
      if (chunk.length < chunkText) continue
      yield { path, chunk }
      chunk = ''
    }
    if (chunk !== '') yield { path, chunk }
  }
  if (count === 0) {
    const message = 'No document with text came, so no file was written.'
    report({ severity: 'warning', code: 'webanno-tsv/no-documents', message })
    return
  }
  const lack = 'no document, so it has no folder'
  tellEmptySplits('webanno-tsv', { names: splits?.names ?? [], used, lack }, report)
}
