import type { Annotation, TextTarget } from './annotation.ts'
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

  const byId = new Map<string, Annotation>()
  for (const [index, annotation] of annotations.entries()) {
    if (byId.has(annotation.id)) {
      problems.push({
        code: 'duplicate-id',
        pointer: `/annotations/${index}/id`,
        message: `Another annotation has the id "${annotation.id}" too.`,
      })
    }
    byId.set(annotation.id, annotation)
  }
  const rows = needsRows(annotations) ? new Set(cells.map((cell) => cell.row)) : undefined
  for (const [index, annotation] of annotations.entries()) {
    checkAnnotation(annotation, `/annotations/${index}`, { cells, byId, rows, problems })
  }
  checkComments(document, byId, problems)
  return problems
}

interface Scope {
  readonly cells: readonly Cell[]
  readonly byId: ReadonlyMap<string, Annotation>
  readonly rows: ReadonlySet<number> | undefined
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

function checkAnnotation(annotation: Annotation, pointer: string, scope: Scope): void {
  switch (annotation.type) {
    case 'span':
      checkTarget(annotation.target, `${pointer}/target`, scope.cells, scope.problems)
      return
    case 'relation':
      checkReference(annotation.from, `${pointer}/from`, scope)
      checkReference(annotation.to, `${pointer}/to`, scope)
      return
    case 'answer':
      if (annotation.about.type === 'annotation') {
        checkReference(annotation.about.id, `${pointer}/about/id`, scope)
      } else if (
        annotation.about.type === 'row' &&
        scope.rows?.has(annotation.about.row) !== true
      ) {
        scope.problems.push({
          code: 'no-such-row',
          pointer: `${pointer}/about/row`,
          message: `No cell lies in row ${annotation.about.row}.`,
        })
      }
      return
    case 'box':
      for (const [index, shape] of annotation.shapes.entries()) {
        checkShape(shape, `${pointer}/shapes/${index}`, scope.problems)
      }
      if (annotation.target !== undefined) {
        checkTarget(annotation.target, `${pointer}/target`, scope.cells, scope.problems)
      }
      return
    case 'timestamp':
      if (
        !Number.isFinite(annotation.startMs) ||
        !Number.isFinite(annotation.endMs) ||
        annotation.endMs < annotation.startMs
      ) {
        scope.problems.push({
          code: 'not-a-number',
          pointer,
          message: `${annotation.startMs} to ${annotation.endMs} ms is not a stretch of time.`,
        })
      }
      if (annotation.target !== undefined) {
        checkTarget(annotation.target, `${pointer}/target`, scope.cells, scope.problems)
      }
      return
    default:
      annotation satisfies never
  }
}

function checkReference(id: string, pointer: string, scope: Scope): void {
  if (scope.byId.has(id)) return
  const message = `No annotation has the id "${id}".`
  scope.problems.push({ code: 'no-such-annotation', pointer, message })
}

function checkTarget(
  target: TextTarget,
  pointer: string,
  cells: readonly Cell[],
  problems: Problem[],
): void {
  const endCell = target.endCell ?? target.cell
  const first = cells[target.cell]
  const last = cells[endCell]
  if (first === undefined || last === undefined || endCell < target.cell) {
    const message = `Cells ${target.cell} to ${endCell} are not all among the ${cells.length} cells.`
    problems.push({ code: 'no-such-cell', pointer, message })
    return
  }
  const ordered = endCell > target.cell || target.start <= target.end
  const inside =
    target.start >= 0 &&
    target.start <= first.text.length &&
    target.end >= 0 &&
    target.end <= last.text.length
  if (ordered && inside && Number.isInteger(target.start) && Number.isInteger(target.end)) return
  problems.push({
    code: 'offset-outside-text',
    pointer,
    message: `${target.start} to ${target.end} does not lie inside texts of ${first.text.length} and ${last.text.length} code units.`,
  })
}

function checkShape(shape: Shape, pointer: string, problems: Problem[]): void {
  const finite = shape.points.every((point) => Number.isFinite(point.x) && Number.isFinite(point.y))
  if (finite && Number.isInteger(shape.page) && shape.page >= 0) return
  const message = 'A shape needs a page from 0 and points that are finite numbers.'
  problems.push({ code: 'not-a-number', pointer, message })
}

function checkComments(
  document: LabeledDocument,
  byId: ReadonlyMap<string, Annotation>,
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
    if (about.type === 'annotation' && !byId.has(about.id)) {
      const message = `No annotation has the id "${about.id}".`
      problems.push({ code: 'no-such-annotation', pointer, message })
    } else if (about.type === 'reply' && !ids.has(about.to)) {
      const message = `No comment has the id "${about.to}".`
      problems.push({ code: 'no-such-comment', pointer, message })
    } else if (about.type === 'text') {
      checkTarget(about.target, pointer, document.cells, problems)
    }
  }
}
