import type { Area, PageImage } from '@labelport/format'
import type { Options } from './options.ts'

/** Fractions of the page: a hundred-millionth is less than a thousandth of a pixel on any page. */
const digits = 8

/** A line of a label file: the class, then numbers from 0 to 1. */
export function labelLine(
  number: number,
  { bounds: { left, top, right, bottom }, points }: Area,
  { page: { width, height } }: PageImage,
  shape: Options['shape'],
): string {
  const numbers =
    shape === 'polygon'
      ? points.flatMap(({ x, y }) => [x / width, y / height])
      : [
          (left + right) / 2 / width,
          (top + bottom) / 2 / height,
          (right - left) / width,
          (bottom - top) / height,
        ]
  return `${[number, ...numbers.map(decimal)].join(' ')}\n`
}

/** Without an exponent and without zeros at the end. */
function decimal(value: number): string {
  return value.toFixed(digits).replace(/\.?0+$/, '')
}
