import { type Cell, type TextTarget, textOf } from '@labelport/model'

/** A place in texts that may have changed: where it is now, or that it is gone. */
export type PlaceNow =
  | { readonly type: 'same' | 'moved'; readonly target: TextTarget }
  | { readonly type: 'gone' }

/** Looks for the words of a place. Elsewhere in their row they count when they stand there once. */
export function placeNow(
  target: TextTarget,
  before: readonly Cell[],
  after: readonly Cell[],
): PlaceNow {
  const words = textOf(before, target)
  const { cell, endCell = cell, end } = target
  const fits = end <= (after[endCell]?.text.length ?? -1) && textOf(after, target) === words
  if (fits) return { type: 'same', target }
  const text = after[cell]?.text ?? ''
  const first = text.indexOf(words)
  if (endCell !== cell || words === '' || first === -1 || first !== text.lastIndexOf(words)) {
    return { type: 'gone' }
  }
  return { type: 'moved', target: { ...target, start: first, end: first + words.length } }
}
