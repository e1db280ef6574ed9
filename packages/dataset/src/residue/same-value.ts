/** Whether two values are equal in every field that is not undefined; NaN equals NaN, and 0 is not -0. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const mine = entriesOf(a)
  const others = new Map(entriesOf(b))
  return (
    mine.length === others.size &&
    mine.every(([key, value]) => others.has(key) && sameValue(value, others.get(key)))
  )
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, field]) => field !== undefined)
}
