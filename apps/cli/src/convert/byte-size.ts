import { UsageError } from '../exit.ts'

const units = { b: 1, kb: 1e3, mb: 1e6, gb: 1e9, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 } as const

/** The bytes of a size such as `64MB`, `512KiB` or `1000000`. Throws UsageError. */
export function byteSizeOf(flag: string, text: string): number {
  const [, number, unit = 'b'] = /^\s*(\d+(?:\.\d+)?)\s*([kmg]?i?b)?\s*$/i.exec(text) ?? []
  const factor = Object.entries(units).find(([name]) => name === unit.toLowerCase())?.[1]
  const bytes = Math.floor(Number(number) * (factor ?? Number.NaN))
  if (bytes >= 1) return bytes
  throw new UsageError(`--${flag} is "${text}"; expected a size such as 64MB, 512KiB or 1000000.`)
}
