import {
  escapesFile,
  hasClasses,
  openEscapes,
  type Part,
  safeName,
  schemaNames,
  uniqueNames,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { AutomlOptions } from '../options.ts'
import { classHeader, classLayout, writeClasses } from './classes.ts'
import { writeTokens } from './tokens.ts'

/** Writes tokens as text files or classes as CSV, a file for each document. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: AutomlOptions,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  const escapes = openEscapes()
  const schemas = schemaNames('azure-automl-csv', context.report)
  let file: { readonly path: string; readonly layout?: ReturnType<typeof classLayout> } | undefined
  for await (const document of documents) {
    context.signal?.throwIfAborted()
    if (file === undefined || (document.segment?.index ?? 0) === 0) {
      const isClasses = options.task === 'auto' ? hasClasses(document) : options.task === 'classes'
      const layout = isClasses ? classLayout(document, options) : undefined
      const path = unique(safeName(ended(document.name, layout ? '.csv' : '.txt')))
      file = { path, ...(layout && { layout }) }
      if (layout) yield { path, chunk: classHeader(layout) }
    }
    const { path, layout } = file
    const chunk = layout
      ? writeClasses(document, layout, context, options)
      : writeTokens(document, { escapes, schemas, context })
    yield { path, chunk }
  }
  const table = escapesFile(escapes.used())
  if (table !== undefined) yield table
}

function ended(name: string, ending: string): string {
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`
}
