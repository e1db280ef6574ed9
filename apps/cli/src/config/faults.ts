import { UsageError } from '../exit.ts'

/** Collects what is wrong with a file, so that all of it is told at once. */
export interface Faults {
  /** `pointer` is a JSON Pointer; strings that were found are shown, other values by their kind. */
  add(pointer: string, found: unknown, expected: string): void
  /** The place as messages name it. */
  place(pointer: string): string
  /** Throws UsageError when something was added. */
  check(): void
}

/** Nothing wrong yet with the file of a path. */
export function openFaults(path: string): Faults {
  const lines: string[] = []
  const place = (pointer: string): string => `${path}#${pointer}`
  return {
    place,
    add(pointer, found, expected) {
      lines.push(`${place(pointer)}: found ${shown(found)}, expected ${expected}.`)
    },
    check() {
      const [first, ...more] = lines
      if (first !== undefined) throw new UsageError(first, { more })
    },
  }
}

/** A value that was found; a text only when it is short, for a secret may stand in the wrong place. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return value.length <= 40 ? JSON.stringify(value) : 'a long text'
  return typeof value === 'object' ? 'an object' : String(value)
}
