import type { Report } from '@labelport/format'
import { refused } from './refusal.ts'

/** Keeps the names of an archive apart. */
export interface UniqueNames {
  /** False, and reported, when the name is taken; one that merely looks alike is reported and fine. */
  take(path: string): boolean
}

/** Starts with no name taken. */
export function uniqueNames(report: Report): UniqueNames {
  const byFold = new Map<string, string | string[]>()
  return {
    take(path) {
      const key = foldName(path)
      const found = byFold.get(key)
      if (found === undefined) {
        byFold.set(key, path)
        return true
      }
      const alike = typeof found === 'string' ? [found] : found
      if (alike.includes(path)) {
        report(refused(path, duplicate))
        return false
      }
      const message = `The name differs from ${JSON.stringify(alike[0])} only by case or by how accents are encoded; both are read.`
      const place = { path }
      report({ severity: 'warning', code: 'archive/similar-name', message, place })
      alike.push(path)
      byFold.set(key, alike)
      return true
    },
  }
}

const duplicate = {
  code: 'archive/duplicate-name',
  message: 'Another entry of the archive has the same name; only the first is read.',
} as const

/** Equal for names that are one name on some systems. */
export function foldName(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
