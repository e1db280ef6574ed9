import { buildZip, type EntryPlan } from './build-zip.ts'

/** A zip that is unusual or hostile, and what reading all of it must give. */
export interface OddZip {
  readonly title: string
  readonly bytes: () => Uint8Array
  /** Text, or the code of the error, by path, in order. Absent when the archive cannot be opened. */
  readonly entries?: readonly (readonly [path: string, outcome: string])[]
  /** Codes of what was reported or thrown on opening, in order. */
  readonly codes?: readonly string[]
}

export const good: EntryPlan = { name: 'good.txt', content: 'good ż 🙂' }
export const goodEntry = ['good.txt', 'good ż 🙂'] as const
export const long = 'The quick brown fox jumps over the lazy dog. '.repeat(40)

/** An evil entry beside a good one: the evil one is refused, the good one is read. */
export function refusing(title: string, code: string, evil: EntryPlan): OddZip {
  return { title, bytes: () => buildZip([evil, good]), entries: [goodEntry], codes: [code] }
}

/** An entry that fails when it is read. */
export function failing(title: string, code: string, evil: EntryPlan): OddZip {
  const entries = [['evil.txt', code] as const, goodEntry]
  return { title, bytes: () => buildZip([evil, good]), entries, codes: [] }
}

/** A zip that is fine in its way. */
export function reading(title: string, bytes: () => Uint8Array, paths = ['good.txt']): OddZip {
  return { title, bytes, entries: paths.map((path) => [path, 'good ż 🙂']), codes: [] }
}

/** A file that cannot be opened as a zip. */
export function hopeless(title: string, code: string, bytes: () => Uint8Array): OddZip {
  return { title, bytes, codes: [code] }
}
