import { memorySource } from '@labelport/format'
import { BrokenPromise, breakIf } from '../promise.ts'
import { printJson, readable, readableDiagnostic } from '../readable.ts'
import { contextOf, readAll } from '../reading.ts'
import type { Fixture, Subject } from '../subject.ts'

/** Where the golden file of a fixture lies, relative to where the fixture was found. */
export function goldenPathOf(fixture: Fixture): string {
  if (!/(^|\/)fixtures\//.test(fixture.key)) {
    throw new BrokenPromise(`"${fixture.key}" lies in no folder named fixtures.`)
  }
  return `${fixture.key.replace(/(^|\/)fixtures\//, '$1golden/')}.json`
}

/** The text a golden file should hold; undefined for a damaged or empty file of which nothing was read. */
export async function goldenTextOf(
  subject: Subject,
  fixture: Fixture,
): Promise<string | undefined> {
  const source = memorySource(fixture.path, fixture.bytes)
  const reading = await readAll(subject.format, source, contextOf(subject, fixture))
  if (reading.documents.length === 0) {
    const empty = fixture.damaged || fixture.bytes.length === 0
    if (!empty) breakIf([`${fixture.path}: no document was read.`])
    return undefined
  }
  const told = [...reading.diagnostics, ...(reading.failure ? [reading.failure] : [])]
  return `${printJson({
    documents: reading.documents.map(readable),
    ...(told.length > 0 ? { reports: told.map(readableDiagnostic) } : {}),
  })}\n`
}
