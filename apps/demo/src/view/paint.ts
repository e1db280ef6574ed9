import type { LabelSchema } from '@labelport/model'

/** The colours of a label on light and on dark paper, each `#rrggbb`. */
export interface Paint {
  /** For lines and borders: at least 3 to 1 against the paper. */
  readonly line: { readonly light: string; readonly dark: string }
  /** For the label's name: a fill, and the ink that reads best on it. */
  readonly fill: { readonly light: string; readonly dark: string }
  readonly ink: { readonly light: string; readonly dark: string }
}

type Rgb = readonly [red: number, green: number, blue: number]

const paper = { light: [253, 252, 249], dark: [21, 26, 30] } as const satisfies Record<string, Rgb>
const black: Rgb = [16, 20, 24]
const white: Rgb = [255, 255, 255]

/** Told apart by people who see colours differently too; for labels that have no colour of their own. */
const fallback = [
  '#2a7fb8',
  '#d1495b',
  '#3a8f5c',
  '#b7791f',
  '#7a5ea8',
  '#0f8b8d',
  '#c05299',
  '#6b705c',
]

/** For statements without a label. */
const unnamed: Paint = paintOf('#7c8790')

/** Colours of labels by set and id. */
export type Palette = (labelSet: string | undefined, label: string | undefined) => Paint

/** The palette of a schema. Colours that are not `#rrggbb` are not used. */
export function paletteOf(schema: LabelSchema): Palette {
  const paints = new Map<string, Paint>()
  let position = 0
  for (const { id, labels } of schema.labelSets) {
    for (const label of labels) {
      paints.set(`${id}\n${label.id}`, paintOf(label.color ?? fallbackColor(position)))
      position += 1
    }
  }
  return (labelSet = '', label) => {
    if (label === undefined) return unnamed
    const key = `${labelSet}\n${label}`
    const known = paints.get(key) ?? paintOf(fallbackColor(hash(key)))
    paints.set(key, known)
    return known
  }
}

/** The colours made from one; a text that is no `#rrggbb` counts as grey. */
export function paintOf(color: string): Paint {
  const rgb = parse(color)
  const line = {
    light: reaching(rgb, paper.light, black, 3),
    dark: reaching(rgb, paper.dark, white, 3),
  }
  // A name stands on a soft fill of its colour, and its ink is the colour again, made to be read.
  const fill = { light: mix(rgb, paper.light, 0.82), dark: mix(rgb, paper.dark, 0.68) }
  const ink = {
    light: reaching(rgb, fill.light, black, 4.5),
    dark: reaching(rgb, fill.dark, white, 4.5),
  }
  const both = ({ light, dark }: { light: Rgb; dark: Rgb }) => ({
    light: hex(light),
    dark: hex(dark),
  })
  return { line: both(line), fill: both(fill), ink: both(ink) }
}

/** The contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  return ratio(parse(one), parse(other))
}

function ratio(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((high ?? 1) + 0.05) / ((low ?? 0) + 0.05)
}

/** Moves a colour toward another until it stands out from the ground. */
function reaching(color: Rgb, ground: Rgb, toward: Rgb, wanted: number): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = rounded(mix(color, toward, share))
    if (ratio(candidate, rounded(ground)) >= wanted) return candidate
  }
  return toward
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const channel = (at: 0 | 1 | 2): number => one[at] * (1 - share) + other[at] * share
  return [channel(0), channel(1), channel(2)]
}

function rounded([red, green, blue]: Rgb): Rgb {
  return [Math.round(red), Math.round(green), Math.round(blue)]
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number): number => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function parse(color: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  if (match === null) return [118, 118, 118]
  const channel = (at: number): number => Number.parseInt(match[at] ?? '0', 16)
  return [channel(1), channel(2), channel(3)]
}

function hex(color: Rgb): string {
  return `#${rounded(color)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`
}

function fallbackColor(position: number): string {
  return fallback[position % fallback.length] ?? '#767676'
}

function hash(text: string): number {
  let sum = 7
  for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) >>> 0
  return sum
}
