import type { Answer, Box, Shape } from '@labelport/model'
import type { ClassIds } from '../class-ids.ts'
import type { Sifted } from '../sift.ts'
import { float64, listOf, text, type ValueType } from '../value-type.ts'

/** The type of the column of labeled areas. */
export function objectList(categories: ClassIds): ValueType {
  return listOf({
    type: 'struct',
    fields: [
      { name: 'bbox', type: listOf(float64) },
      { name: 'category', type: { type: 'class-label', ids: categories } },
      { name: 'polygon', type: listOf(float64) },
      { name: 'caption', type: text },
      { name: 'answers', type: text },
    ],
  })
}

/** Tells what became of a box whose areas were all written. */
export function settleBox({ id, shapes }: Box, { fates }: Sifted): void {
  if (shapes.length === 0) fates.drop('box', 'no-shape', id)
  else if (shapes.length > 1) fates.change('box', 'box-split', id)
  else fates.keep('box')
}

/** The answers about each box that has an area, by its id. They become JSON text. */
export function answersByBox({
  answers,
  boxes,
  fates,
}: Sifted): ReadonlyMap<string, readonly Answer[]> {
  const found = new Map(
    boxes.filter(({ shapes }) => shapes.length > 0).map(({ id }) => [id, [] as Answer[]]),
  )
  for (const answer of answers) {
    const { about } = answer
    if (about.type === 'document') continue
    if (about.type === 'row') {
      fates.drop('answer', 'other-task', answer.id)
      continue
    }
    const list = found.get(about.id)
    if (list === undefined) {
      fates.drop('answer', 'about-left-out', answer.id)
      continue
    }
    if (list.some(({ question }) => question === answer.question)) {
      fates.drop('answer', 'second-answer', answer.id)
      continue
    }
    list.push(answer)
    fates.change('answer', 'answer-as-json', answer.id)
  }
  return found
}

/** Left, top, width and height of the smallest upright rectangle around a shape. */
export function boundsOf({ points }: Shape): number[] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return points.length === 0 ? [] : [left, top, right - left, bottom - top]
}

/** The points of a shape as x, y, x, y, …. */
export function pointsOf({ points }: Shape): number[] {
  return points.flatMap(({ x, y }) => [x, y])
}
