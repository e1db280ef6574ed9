import { explainDiagnostic } from '@labelport/catalog'
import type { Explanations } from '../protocol.ts'

/** What the catalog knows of codes; those it does not know are left out. */
export function explanationsOf(codes: Iterable<string>): Explanations {
  return Object.fromEntries(
    Array.from(codes).flatMap((code) => {
      const entry = explainDiagnostic(code)
      return entry === undefined ? [] : [[code, { meaning: entry.meaning, advice: entry.advice }]]
    }),
  )
}
