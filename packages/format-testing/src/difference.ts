/** JSON with sorted keys and without undefined fields: equal texts mean equal values. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'null'
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, sorted(field)]),
  )
}

/** Where two values first differ, in words; undefined when they are equal. */
export function firstDifference(
  expected: unknown,
  found: unknown,
  pointer = '',
): string | undefined {
  if (canonical(expected) === canonical(found)) return undefined
  if (isContainer(expected) && isContainer(found)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)])
    for (const key of keys) {
      const difference = firstDifference(expected[key], found[key], `${pointer}/${key}`)
      if (difference !== undefined) return difference
    }
  }
  return `at ${pointer === '' ? 'the root' : pointer}, expected ${show(expected)}, found ${show(found)}`
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = canonical(value)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}
