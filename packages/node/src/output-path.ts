import { FormatError } from '@labelport/format'

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Checks that a path of an output file stays in its directory on every system. Throws `node/unsafe-path`. */
export function checkOutputPath(path: string): void {
  const problem = problemOf(path)
  if (problem === undefined) return
  const message = `The output path ${JSON.stringify(path)} is refused: ${problem}.`
  throw new FormatError({ severity: 'error', code: 'node/unsafe-path', message, place: { path } })
}

function problemOf(path: string): string | undefined {
  if (path.includes('\\')) return 'it has a backslash'
  if (path.startsWith('/')) return 'it is absolute'
  for (const step of path.split('/')) {
    if (step === '') return 'it is empty or has an empty step'
    if (step === '.' || step === '..') return `it has the step "${step}"`
    if (reserved.test(step)) return `"${step}" is a device on Windows`
    if (/[. ]$/.test(step)) return 'a step ends with a dot or a blank'
    if (/[<>:"|?*]/.test(step) || hasControl(step)) return 'it has a character Windows forbids'
  }
  return undefined
}

function hasControl(step: string): boolean {
  for (let at = 0; at < step.length; at += 1) if (step.charCodeAt(at) < 32) return true
  return false
}
