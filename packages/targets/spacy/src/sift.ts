import {
  type Answer,
  doubtOf,
  hasLoneSurrogate,
  type LabeledDocument,
  type Relation,
  type Span,
} from '@labelport/model'
import type { Options } from './options.ts'
import type { DocumentFates, FateCode } from './reasons.ts'

/** What of a document may become training data. */
export interface Sifted {
  readonly document: LabeledDocument
  readonly fates: DocumentFates
  /** The cells that are used, by index. */
  readonly used: ReadonlySet<number>
  readonly spans: readonly Span[]
  readonly answers: readonly Answer[]
  readonly relations: readonly Relation[]
}

/** Takes out what no doc can hold or nobody should learn from. */
export function sift(document: LabeledDocument, fates: DocumentFates, options: Options): Sifted {
  const spans: Span[] = []
  const answers: Answer[] = []
  const relations: Relation[] = []
  for (const annotation of document.annotations) {
    const doubt = options.unresolved === 'exclude' ? doubtOf(annotation.origin) : undefined
    if (doubt !== undefined) {
      fates.drop(annotation.type, doubt, annotation.id)
      continue
    }
    switch (annotation.type) {
      case 'span':
        spans.push(annotation)
        break
      case 'answer':
        answers.push(annotation)
        break
      case 'relation':
        relations.push(annotation)
        break
      case 'box':
      case 'timestamp':
        fates.drop(annotation.type, 'no-place', annotation.id)
        break
      default:
        annotation satisfies never
    }
  }
  for (const comment of document.comments) fates.drop('comment', 'no-place', comment.id)
  return { document, fates, used: usedCells(document, fates, options), spans, answers, relations }
}

function usedCells(
  document: LabeledDocument,
  fates: DocumentFates,
  { columns }: Options,
): ReadonlySet<number> {
  const used = new Set<number>()
  for (const [index, cell] of document.cells.entries()) {
    const column = document.columns?.[cell.column]
    const code = ((): FateCode | undefined => {
      if (cell.status !== undefined) return 'hidden-cell'
      if (column?.role === 'answer') return 'answer-cell'
      if (column !== undefined && columns.length > 0 && !columns.includes(column.name)) {
        return 'other-column'
      }
      return hasLoneSurrogate(cell.text) ? 'lone-surrogate' : undefined
    })()
    if (code === undefined) used.add(index)
    else fates.drop('cell', code, index)
  }
  return used
}
