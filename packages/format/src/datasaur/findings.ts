import type { Diagnostic, Report } from '../diagnostic.ts'
import { describeJson } from './json-value.ts'

/** Where the readers of Datasaur's JSON say what they met. */
export interface Findings {
  /** `what` becomes the code `<format>/<what>`; `pointer` is a JSON Pointer into the file. */
  add(severity: Diagnostic['severity'], what: string, pointer: string, message: string): void
  /** An error of code `<format>/wrong-type`. */
  wrongType(pointer: string, found: unknown, expected: string): void
}

/** Findings of one file. */
export function findingsOf(format: string, path: string, report: Report): Findings {
  const add: Findings['add'] = (severity, what, pointer, message) => {
    report({ severity, code: `${format}/${what}`, message, place: { path, pointer } })
  }
  return {
    add,
    wrongType(pointer, found, expected) {
      const message = `Found ${describeJson(found)} where ${expected} is expected.`
      add('error', 'wrong-type', pointer, message)
    },
  }
}

/** For reading again what was read before. */
export const noFindings: Findings = { add() {}, wrongType() {} }
