import { hasClasses, type Part, uniqueNames, type WriteContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { header } from '../header.ts'
import type { ComprehendOptions } from '../options.ts'
import { linesOf } from '../records.ts'
import { type FileEntry, printTable, tablePath } from '../types-table.ts'
import { classFile, writeClasses } from './classes.ts'
import { textFile, writeEntities } from './entities.ts'
import { typeNames } from './type-names.ts'

/** The one file with the entities of all documents. */
const annotationsPath = 'annotations.csv'

/** Writes a text file for each document, all entities in one CSV, and a CSV for each document of classes. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: ComprehendOptions,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  unique(annotationsPath)
  unique(tablePath)
  const types = typeNames(context.report)
  const texts: FileEntry[] = []
  let text: ReturnType<typeof textFile> | undefined
  let classes: ReturnType<typeof classFile> | undefined
  for await (const document of documents) {
    context.signal?.throwIfAborted()
    if ((document.segment?.index ?? 0) === 0 || (text === undefined && classes === undefined)) {
      text = undefined
      classes = undefined
      if (options.task === 'auto' ? hasClasses(document) : options.task === 'classes')
        classes = classFile(document, unique, options)
      else {
        if (texts.length === 0) yield { path: annotationsPath, chunk: linesOf([header]) }
        text = textFile(document, unique)
        texts.push({ file: text.path, name: document.name })
      }
    }
    if (classes !== undefined) {
      const chunk = writeClasses(document, classes, context, options)
      yield { path: classes.path, chunk }
    } else if (text !== undefined) {
      const written = writeEntities(document, text, types, context)
      // Entities that were read without their text are written without one again.
      if (written.text !== '' || written.records === '') {
        yield { path: text.path, chunk: written.text }
      }
      if (written.records !== '') yield { path: annotationsPath, chunk: written.records }
    }
  }
  if (texts.length === 0) return
  yield { path: tablePath, chunk: printTable({ types: types.entries(), documents: texts }) }
}
