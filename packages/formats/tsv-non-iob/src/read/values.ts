/** What one value of a label column says. */
export type Value =
  | { readonly type: 'span'; readonly name: string; readonly number?: number }
  | {
      readonly type: 'arrow'
      /** Absent means an arrow without a name. */
      readonly name?: string
      readonly from: number
      readonly to: number
    }

const arrow = /^(.*)\[(\d{1,15})_(\d{1,15})\]$/s
const span = /^(.*)\[(\d{1,15})\]$/s

/** The values of a field: `_` and `*` say nothing, the others are cut at bars. */
export function valuesOf(field: string): readonly Value[] {
  if (field === '' || field === '_') return []
  return field.split('|').flatMap((text): Value[] => {
    if (text === '' || text === '_' || text === '*') return []
    const isArrow = arrow.exec(text)
    if (isArrow !== null) {
      const [, name = '', from, to] = isArrow
      const ends = { from: Number(from), to: Number(to) }
      return [{ type: 'arrow', ...(name !== '' && { name }), ...ends }]
    }
    const isSpan = span.exec(text)
    if (isSpan === null) return [{ type: 'span', name: text }]
    return [{ type: 'span', name: isSpan[1] ?? '', number: Number(isSpan[2]) }]
  })
}
