import type { Annotation, TextTarget } from './annotation.ts'
import { type AnnotationIds, annotationIds } from './annotation-ids.ts'
import { type CellRows, cellRows } from './cell-rows.ts'
import type { Cell, LabeledDocument } from './document.ts'
import type { Shape } from './media.ts'

/** Something that makes a document unsound. */
export interface Problem {
  readonly code:
    | 'duplicate-id'
    | 'no-such-cell'
    | 'offset-outside-text'
    | 'tokens-outside-text'
    | 'no-such-annotation'
    | 'no-such-row'
    | 'no-such-comment'
    | 'not-a-number'
  /** JSON Pointer into the document. */
  readonly pointer: string
  readonly message: string
}

/** Finds every broken reference and offset. An empty list means the document is sound. */
export function validate(document: LabeledDocument): readonly Problem[] {
  const problems: Problem[] = []
  const { cells, annotations, comments } = document
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]
    if (cell?.tokens !== undefined) checkTokens(cell, cell.tokens, index, problems)
  }
  if (annotations.length === 0 && comments.length === 0) return problems

  const ids = annotationIds(annotations)
  for (const index of ids.repeated) {
    problems.push({
      code: 'duplicate-id',
      pointer: `/annotations/${index}/id`,
      message: `Another annotation has the id "${annotations[index]?.id}" too.`,
    })
  }
  const rows = needsRows(annotations) ? cellRows(cells) : undefined
  const scope = { cells, ids, rows, problems }
  for (let index = 0; index < annotations.length; index += 1) {
    const annotation = annotations[index]
    if (annotation !== undefined) checkAnnotation(annotation, index, scope)
  }
  checkComments(document, ids, problems)
  return problems
}

interface Scope {
  readonly cells: readonly Cell[]
  readonly ids: AnnotationIds
  readonly rows: CellRows | undefined
  readonly problems: Problem[]
}

function needsRows(annotations: readonly Annotation[]): boolean {
  return annotations.some((one) => one.type === 'answer' && one.about.type === 'row')
}

function checkTokens(cell: Cell, tokens: Uint32Array, index: number, problems: Problem[]): void {
  let end = 0
  const sound = tokens.length % 2 === 0
  for (let at = 0; at + 1 < tokens.length; at += 2) {
    const start = tokens[at] ?? 0
    const next = tokens[at + 1] ?? 0
    if (start < end || next < start) {
      end = Number.POSITIVE_INFINITY
      break
    }
    end = next
  }
  if (sound && end <= cell.text.length) return
  problems.push({
    code: 'tokens-outside-text',
    pointer: `/cells/${index}/tokens`,
    message: `Tokens must be ordered pairs inside the ${cell.text.length} code units of the text.`,
  })
}

/** Pointers are made for problems only: sound documents hold millions of annotations. */
function checkAnnotation(annotation: Annotation, index: number, scope: Scope): void {
  switch (annotation.type) {
    case 'span':
      checkOwnTarget(annotation.target, index, scope)
      return
    case 'relation':
      checkReference(annotation.from, index, 'from', scope)
      checkReference(annotation.to, index, 'to', scope)
      return
    case 'answer':
      if (annotation.about.type === 'annotation') {
        checkReference(annotation.about.id, index, 'about/id', scope)
      } else if (
        annotation.about.type === 'row' &&
        scope.rows?.has(annotation.about.row) !== true
      ) {
        scope.problems.push({
          code: 'no-such-row',
          pointer: `/annotations/${index}/about/row`,
          message: `No cell lies in row ${annotation.about.row}.`,
        })
      }
      return
    case 'box':
      for (const [at, shape] of annotation.shapes.entries()) {
        checkShape(shape, `/annotations/${index}/shapes/${at}`, scope.problems)
      }
      if (annotation.target !== undefined) checkOwnTarget(annotation.target, index, scope)
      return
    case 'timestamp':
      if (
        !Number.isFinite(annotation.startMs) ||
        !Number.isFinite(annotation.endMs) ||
        annotation.endMs < annotation.startMs
      ) {
        scope.problems.push({
          code: 'not-a-number',
          pointer: `/annotations/${index}`,
          message: `${annotation.startMs} to ${annotation.endMs} ms is not a stretch of time.`,
        })
      }
      if (annotation.target !== undefined) checkOwnTarget(annotation.target, index, scope)
      return
    default:
      annotation satisfies never
  }
}

function checkReference(
  id: string,
  index: number,
  field: 'from' | 'to' | 'about/id',
  { ids, problems }: Scope,
): void {
  if (ids.has(id)) return
  const message = `No annotation has the id "${id}".`
  problems.push({ code: 'no-such-annotation', pointer: `/annotations/${index}/${field}`, message })
}

function checkOwnTarget(target: TextTarget, index: number, { cells, problems }: Scope): void {
  const problem = targetProblem(target, cells)
  if (problem !== undefined) {
    problems.push({ ...problem, pointer: `/annotations/${index}/target` })
  }
}

/** What is wrong with a place in the text; undefined when nothing is. */
function targetProblem(
  target: TextTarget,
  cells: readonly Cell[],
): Omit<Problem, 'pointer'> | undefined {
  const endCell = target.endCell ?? target.cell
  const first = cells[target.cell]
  const last = cells[endCell]
  if (first === undefined || last === undefined || endCell < target.cell) {
    const message = `Cells ${target.cell} to ${endCell} are not all among the ${cells.length} cells.`
    return { code: 'no-such-cell', message }
  }
  const ordered = endCell > target.cell || target.start <= target.end
  const inside =
    target.start >= 0 &&
    target.start <= first.text.length &&
    target.end >= 0 &&
    target.end <= last.text.length
  if (ordered && inside && Number.isInteger(target.start) && Number.isInteger(target.end)) {
    return undefined
  }
  const message = `${target.start} to ${target.end} does not lie inside texts of ${first.text.length} and ${last.text.length} code units.`
  return { code: 'offset-outside-text', message }
}

function checkShape(shape: Shape, pointer: string, problems: Problem[]): void {
  const finite = shape.points.every((point) => Number.isFinite(point.x) && Number.isFinite(point.y))
  if (finite && Number.isInteger(shape.page) && shape.page >= 0) return
  const message = 'A shape needs a page from 0 and points that are finite numbers.'
  problems.push({ code: 'not-a-number', pointer, message })
}

function checkComments(
  document: LabeledDocument,
  annotationIds: AnnotationIds,
  problems: Problem[],
): void {
  const ids = new Set<string>()
  for (const [index, comment] of document.comments.entries()) {
    if (ids.has(comment.id)) {
      const message = `Another comment has the id "${comment.id}" too.`
      problems.push({ code: 'duplicate-id', pointer: `/comments/${index}/id`, message })
    }
    ids.add(comment.id)
  }
  for (const [index, comment] of document.comments.entries()) {
    const pointer = `/comments/${index}/about`
    const { about } = comment
    if (about.type === 'annotation' && !annotationIds.has(about.id)) {
      const message = `No annotation has the id "${about.id}".`
      problems.push({ code: 'no-such-annotation', pointer, message })
    } else if (about.type === 'reply' && !ids.has(about.to)) {
      const message = `No comment has the id "${about.to}".`
      problems.push({ code: 'no-such-comment', pointer, message })
    } else if (about.type === 'text') {
      const problem = targetProblem(about.target, document.cells)
      if (problem !== undefined) problems.push({ ...problem, pointer })
    }
  }
}
