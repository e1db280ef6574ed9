import { sha256Of } from '@labelport/format'
import {
  type Annotation,
  type Comment,
  type LabeledDocument,
  labelName,
  type TextTarget,
  textOf,
  type User,
} from '@labelport/model'
import type { StatementLine } from './provenance-line.ts'
import { copiesOf, type StatementSource, sourcesOf } from './source-mark.ts'

/** What statement lines are made with. */
export interface LineScope {
  /** Numbers of the document lines, by copy. */
  readonly numbers: readonly number[]
  /** Id of the document as it is written. */
  readonly id: string
  readonly called: (user: User) => string
}

/** The lines of all statements of a document whose sources are known. */
export function statementLines(document: LabeledDocument, scope: LineScope): StatementLine[] {
  const rows = rowsOf(document)
  const lines: StatementLine[] = []
  for (const one of document.annotations) {
    for (const source of sourcesOf(one)) {
      lines.push({
        ...common(one, source, scope),
        ...said(document, one, rows),
        ...whoSaid(document, source, scope),
      })
    }
  }
  for (const one of document.comments) {
    for (const source of sourcesOf(one)) {
      lines.push({
        ...common({ ...one, type: 'comment' }, source, scope),
        ...quoteOf(document, one.about.type === 'text' ? one.about.target : undefined),
        ...(one.by && { labeler: scope.called(one.by) }),
        ...(one.at !== undefined && { createdAt: one.at }),
      })
    }
  }
  return lines
}

function common(
  { type, id }: Annotation | (Comment & { readonly type: 'comment' }),
  { copy, id: sourceId, place }: StatementSource,
  { numbers, id: document }: LineScope,
) {
  const source = numbers[copy] ?? 0
  return { type, id, document, source, ...(sourceId !== id && { sourceId }), ...place }
}

function said(document: LabeledDocument, one: Annotation, rows: ReadonlyMap<string, number>) {
  const { schema } = document
  const row = rows.get(one.id)
  const target = 'target' in one ? one.target : undefined
  const asked =
    one.type === 'answer'
      ? (schema.questions.find(({ id }) => id === one.question)?.text ?? one.question)
      : undefined
  return {
    ...(row !== undefined && { row }),
    ...('label' in one &&
      one.label !== undefined && { label: labelName(schema, one.labelSet ?? '', one.label) }),
    ...(asked !== undefined && { question: asked }),
    ...quoteOf(document, target),
  }
}

function quoteOf({ cells }: LabeledDocument, target: TextTarget | undefined) {
  return target === undefined ? {} : { quote: quoteHash(textOf(cells, target)) }
}

/** What a line keeps of a text, to tell later whether it is still the same. */
export function quoteHash(text: string): string {
  return sha256Of(text).slice(0, 16)
}

function whoSaid(
  document: LabeledDocument,
  { copy, origin = { by: 'unknown' } }: StatementSource,
  { called }: LineScope,
) {
  const { by, user, verdict, judge, createdAt, updatedAt } = origin
  const cabinet = copiesOf(document)[copy]?.cabinet
  // In a labeler's own copy everything nobody else signed is the labeler's.
  const labeler = user ?? (cabinet?.role === 'labeler' ? cabinet.user : undefined)
  return {
    by,
    ...(labeler && { labeler: called(labeler) }),
    ...(verdict && { decision: verdict }),
    ...(judge && { judge: called(judge) }),
    ...(createdAt !== undefined && { createdAt }),
    ...(updatedAt !== undefined && { updatedAt }),
  }
}

/** The row each annotation lies in or begins in; what stands in no row is not there. */
function rowsOf({ cells, annotations }: LabeledDocument): ReadonlyMap<string, number> {
  const rows = new Map<string, number>()
  const put = (id: string, row: number | undefined): void => {
    if (row !== undefined) rows.set(id, row)
  }
  for (const one of annotations) {
    if ('target' in one && one.target !== undefined) put(one.id, cells[one.target.cell]?.row)
    else if (one.type === 'answer' && one.about.type === 'row') put(one.id, one.about.row)
  }
  for (const one of annotations) {
    if (one.type === 'relation') put(one.id, rows.get(one.from))
    else if (one.type === 'answer' && one.about.type === 'annotation') {
      put(one.id, rows.get(one.about.id))
    }
  }
  return rows
}
