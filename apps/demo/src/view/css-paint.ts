import type { Paint } from './paint.ts'

/** A colour for either scheme, as CSS takes it. */
export function either({ light, dark }: { readonly light: string; readonly dark: string }): string {
  return `light-dark(${light}, ${dark})`
}

/** A label's colours as custom properties. */
export function paintProperties({ line, fill, ink }: Paint): Record<`--${string}`, string> {
  return { '--line': either(line), '--fill': either(fill), '--ink': either(ink) }
}
