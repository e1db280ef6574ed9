import { FormatError } from '@labelport/format'

/** The parts of a data set and how large they are to be; only the proportions count. */
export type SplitRatios = ReadonlyMap<string, number>

/** Reads `train=0.8,test=0.2`. Throws FormatError `engine/bad-split`. */
export function readSplitRatios(text: string): SplitRatios {
  const ratios = new Map<string, number>()
  for (const item of text.split(',')) {
    const [, name, size] = /^\s*(\w+)\s*=\s*(\d*\.?\d+)\s*$/.exec(item) ?? []
    const share = Number(size)
    if (name === undefined || !(share > 0) || !Number.isFinite(share)) throw badSplit(item)
    if (ratios.has(name)) throw badSplit(text)
    ratios.set(name, share)
  }
  return ratios
}

function badSplit(item: string): FormatError {
  const message = `"${item}" is no list of splits; expected different names with sizes above 0, such as train=0.8,test=0.2.`
  return new FormatError({ severity: 'error', code: 'engine/bad-split', message })
}

/** The split at a place between 0 and 1, when they lie one after the other in the order of the ratios. */
export function splitAt(ratios: SplitRatios, place: number): string {
  let sum = 0
  for (const size of ratios.values()) sum += size
  let end = 0
  let last = ''
  for (const [name, size] of ratios) {
    end += size / sum
    last = name
    if (place < end) break
  }
  return last
}
