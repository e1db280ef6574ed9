/** Which lines of a long list are in sight, with some to spare; half-open. */
export function windowOf(
  { top, height }: { readonly top: number; readonly height: number },
  lineHeight: number,
  count: number,
): { readonly first: number; readonly last: number } {
  const spare = 8
  const first = Math.max(0, Math.min(count, Math.floor(top / lineHeight) - spare))
  const last = Math.min(count, Math.ceil((top + height) / lineHeight) + spare)
  return { first, last: Math.max(first, last) }
}
