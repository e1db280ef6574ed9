import {
  bareDocuments,
  classNumbers,
  openFates,
  type Part,
  peek,
  schemaNames,
  tellEmptySplits,
  type WriteContext,
  withoutRootCopies,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { openCategories } from './categories.ts'
import { finishedDocs } from './finished-docs.ts'
import { labelLists } from './label-lists.ts'
import type { Options, Unit } from './options.ts'
import { reasons } from './reasons.ts'
import { sift } from './sift.ts'
import { openSplitBins } from './split-bins.ts'
import { writtenOut } from './surrogates.ts'

/** Collects docs and writes them file by file, and the lists of classes behind those of several splits. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { splits, labels, report } = context
  const used = withoutRootCopies('spacy', reasons, documents, context)
  const { first, all } = await peek(used)
  const unit = options.unit === 'auto' ? unitOf(first) : options.unit
  const schemas = schemaNames('spacy', report)
  const classes = classNumbers(labels?.text.map(writtenOut))
  const categories = openCategories(unit, options, labels?.questions)
  /** How many categories each file knows. */
  const known: number[] = []
  const bins = openSplitBins(options.shardDocs, () => known.push(categories.names().length))
  for await (const document of unit === 'document' ? bareDocuments(all) : all) {
    const fates = openFates('spacy', reasons, context.account, document)
    categories.meet(document)
    const names = schemas.of(document.schema, 'text', (name) => classes.numberOf(writtenOut(name)))
    const split = splits?.of(document) ?? options.split
    const sifted = sift(document, fates, options)
    for (const doc of finishedDocs(sifted, { unit, categories, names, options })) {
      for (const { label } of [...(doc.ents ?? []), ...(doc.spans?.labels ?? [])]) {
        classes.numberOf(label)
      }
      yield* bins.add(split, doc)
    }
    fates.close()
  }
  yield* bins.close()
  if (known.length === 0) {
    const message = 'No document gave a doc, so no file was written.'
    report({ severity: 'warning', code: 'spacy/no-docs', message })
    return
  }
  if (known.some((count) => count < categories.names().length)) {
    const message =
      'A category came up after a file was written; docs of that file do not say that they are not of it. Raise option shardDocs.'
    report({ severity: 'warning', code: 'spacy/late-category', message })
  }
  const lack = 'no doc, so it has no file'
  tellEmptySplits('spacy', { names: splits?.names ?? [], used: bins.used, lack }, report)
  if (splits === undefined && labels === undefined) return
  // An empty name means "no label" to spaCy.
  const named = classes.names.filter((name) => name !== '')
  yield* labelLists({ labels: named, categories: categories.names() }, options)
}

/** Documents are docs where they are what is asked about, and rows otherwise. */
function unitOf(document: LabeledDocument | undefined): Unit {
  const asked = document?.schema.questions ?? []
  const about = (type: string): boolean => asked.some((question) => question.about.type === type)
  return about('document') && !about('row') ? 'document' : 'row'
}
