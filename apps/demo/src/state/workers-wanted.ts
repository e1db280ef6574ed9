/** How many workers the address asks for, as in `?workers=1`. Undefined leaves it to the page. */
export function workersWanted(search: string): number | undefined {
  const text = new URLSearchParams(search).get('workers') ?? ''
  const count = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return count >= 1 && count <= 16 ? count : undefined
}
