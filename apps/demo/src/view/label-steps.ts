/** What is stepped through: the labels of a document, or only those that need a look. */
const selectors = {
  labels: '.document .chip:not([data-over]), .document .box-list li, .document .timeline li',
  doubts:
    '.document .chip:is(.conflict, .rejected):not([data-over]), .document :is(.box-list, .timeline) li:is(.conflict, .rejected)',
} as const

/** Moves the focus to the next or the previous label on the page, in reading order; stays at either end. */
export function stepToLabel(what: keyof typeof selectors, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selectors[what])]
  const { activeElement } = document
  const focused = activeElement instanceof HTMLElement ? all.indexOf(activeElement) : -1
  const next = focused === -1 ? nearest(all, activeElement, by) : all[focused + by]
  if (next === undefined) return
  if (next.tabIndex === -1) next.setAttribute('tabindex', '-1')
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}

/** From something that is no stop of this kind: the first one after or the last one before it. */
function nearest(
  all: readonly HTMLElement[],
  from: Element | null,
  by: 1 | -1,
): HTMLElement | undefined {
  const isInside = from?.closest('.document') !== null && from !== null
  if (!isInside) return by === 1 ? all[0] : all.at(-1)
  const follows = (element: HTMLElement): boolean =>
    (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return by === 1 ? all.find(follows) : all.findLast((element) => !follows(element))
}
