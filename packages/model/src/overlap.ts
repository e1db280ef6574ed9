import type { Span, TextTarget } from './annotation.ts'

/** Orders targets as Datasaur does: by start, then the shorter first. */
export function compareTargets(a: TextTarget, b: TextTarget): number {
  return (
    a.cell - b.cell ||
    a.start - b.start ||
    (a.endCell ?? a.cell) - (b.endCell ?? b.cell) ||
    a.end - b.end
  )
}

/** The spans that share text with another one, in document order. */
export function overlapping(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => compareTargets(a.target, b.target))
  const found = new Set<Span>()
  let reach: Span | undefined
  for (const span of sorted) {
    if (reach !== undefined && startsBeforeEnd(span.target, reach.target)) {
      found.add(reach)
      found.add(span)
    }
    if (reach === undefined || endsAfter(span.target, reach.target)) reach = span
  }
  // A span hidden behind a longer one overlaps it, so `reach` alone finds every member of a group.
  return spans.filter((span) => found.has(span))
}

function startsBeforeEnd(a: TextTarget, b: TextTarget): boolean {
  const endCell = b.endCell ?? b.cell
  return a.cell < endCell || (a.cell === endCell && a.start < b.end)
}

function endsAfter(a: TextTarget, b: TextTarget): boolean {
  const endA = a.endCell ?? a.cell
  const endB = b.endCell ?? b.cell
  return endA > endB || (endA === endB && a.end > b.end)
}
