import { hasClasses, type Part, safeName, uniqueNames, type WriteContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { VertexOptions } from '../options.ts'
import { classesOf, writeClasses } from './classes.ts'
import { entityWriter } from './entities.ts'

/** Writes JSON Lines of entities or CSV of classes, a file for each document. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: VertexOptions,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  const writeEntities = entityWriter(context, options)
  let file: { readonly path: string; readonly classes?: ReturnType<typeof classesOf> } | undefined
  for await (const document of documents) {
    context.signal?.throwIfAborted()
    if (file === undefined || (document.segment?.index ?? 0) === 0) {
      const isClasses = options.task === 'auto' ? hasClasses(document) : options.task === 'classes'
      file = {
        path: unique(safeName(ended(document.name, isClasses ? '.csv' : '.jsonl'))),
        ...(isClasses && { classes: classesOf(document, options) }),
      }
    }
    const { path, classes } = file
    const chunk =
      classes === undefined
        ? writeEntities(document)
        : writeClasses(document, classes, context, options)
    yield { path, chunk }
  }
}

function ended(name: string, ending: string): string {
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`
}
