import {
  openFates,
  type Part,
  schemaNames,
  type WriteContext,
  wholeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { openCategories } from './categories.ts'
import { deflated } from './deflate.ts'
import { type DocBin, openDocBin } from './doc-bin.ts'
import { finishedDocs } from './finished-docs.ts'
import type { Options, Unit } from './options.ts'
import { peek } from './peek.ts'
import { reasons } from './reasons.ts'
import { dropRoot } from './root.ts'
import { sift } from './sift.ts'
import { stringIds } from './string-ids.ts'

/** Collects docs and writes them file by file. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { first, all } = await peek(documents)
  const unit = options.unit === 'auto' ? unitOf(first) : options.unit
  const schemas = schemaNames('spacy', context.report)
  const categories = openCategories(unit, options)
  const bin = openDocBin(stringIds())
  const known: number[] = []
  const pathOf = (file: number): string =>
    file === 0 ? `${options.split}.spacy` : `${options.split}-${file + 1}.spacy`
  for await (const document of unit === 'document' ? wholeDocuments(all) : all) {
    if (dropRoot(document, context)) continue
    const fates = openFates('spacy', reasons, context.account, document)
    categories.meet(document)
    const names = schemas.of(document.schema, 'text')
    const sifted = sift(document, fates, options)
    for (const doc of finishedDocs(sifted, { unit, categories, names, options })) {
      bin.add(doc)
      if (bin.size() < options.shardDocs) continue
      yield* fileOf(bin, pathOf(known.length))
      known.push(categories.count())
    }
    fates.close()
  }
  if (bin.size() > 0) {
    yield* fileOf(bin, pathOf(known.length))
    known.push(categories.count())
  }
  if (known.length === 0) {
    const message = 'No document gave a doc, so no file was written.'
    context.report({ severity: 'warning', code: 'spacy/no-docs', message })
  } else if (known.some((count) => count < categories.count())) {
    const message =
      'A category came up after a file was written; docs of that file do not say that they are not of it. Raise option shardDocs.'
    context.report({ severity: 'warning', code: 'spacy/late-category', message })
  }
}

function* fileOf(bin: DocBin, path: string): Generator<Part> {
  for (const chunk of deflated(bin.take())) yield { path, chunk }
}

/** Documents are docs where they are what is asked about, and rows otherwise. */
function unitOf(document: LabeledDocument | undefined): Unit {
  const asked = document?.schema.questions ?? []
  const about = (type: string): boolean => asked.some((question) => question.about.type === type)
  return about('document') && !about('row') ? 'document' : 'row'
}
