/** A count of Unicode code points: the unit of Python consumers. Made only by `toCodePoints`. */
export type CodePoints = number & { readonly unit: 'code points' }

/** Turns an offset in UTF-16 code units into one in code points. */
export function toCodePoints(text: string, offset: number): CodePoints {
  let count = offset
  for (let index = 1; index < offset; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit >= 0xdc00 && unit <= 0xdfff) {
      const previous = text.charCodeAt(index - 1)
      if (previous >= 0xd800 && previous <= 0xdbff) count -= 1
    }
  }
  return count as CodePoints
}

/** Turns an offset in code points into one in UTF-16 code units; undefined past the end of the text. */
export function fromCodePoints(text: string, codePoints: number): number | undefined {
  let offset = 0
  for (let count = 0; count < codePoints; count += 1) {
    const point = text.codePointAt(offset)
    if (point === undefined) return undefined
    offset += point > 0xffff ? 2 : 1
  }
  return offset
}
