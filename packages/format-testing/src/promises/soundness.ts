import { memorySource } from '@labelport/format'
import { type LabeledDocument, validate } from '@labelport/model'
import { contextOf, fixturePromise, readAll } from '../reading.ts'

/** Promise 5. */
export const soundness = fixturePromise(
  'yields sound documents, also in segments',
  async (fixture, subject) => {
    const source = memorySource(fixture.path, fixture.bytes)
    const reading = await readAll(subject.format, source, contextOf(subject, fixture))
    const silent = reading.diagnostics.length === 0 && reading.failure === undefined
    const findings = unsoundness(reading.pieces, reading.documents)
    if (fixture.damaged && silent) findings.push('damaged, and nothing was reported.')
    if (!fixture.damaged && reading.failure !== undefined) {
      findings.push(`not marked as damaged, and reading fails: ${reading.failure.message}`)
    }
    return findings
  },
)

/** What is wrong with documents as they were yielded and with their segments put together. */
export function unsoundness(
  pieces: readonly LabeledDocument[],
  documents: readonly LabeledDocument[],
): string[] {
  const findings: string[] = []
  for (const document of new Set([...pieces, ...documents])) {
    for (const problem of validate(document)) {
      findings.push(`"${document.name}" at ${problem.pointer}: ${problem.message}`)
    }
  }
  const ids = new Set<string>()
  for (const { id } of documents) {
    if (ids.has(id)) findings.push(`two documents have the id "${id}".`)
    ids.add(id)
  }
  return [...findings, ...segmentFaults(pieces)]
}

function segmentFaults(pieces: readonly LabeledDocument[]): string[] {
  const faults: string[] = []
  let previous: LabeledDocument | undefined
  for (const piece of pieces) {
    const continues = previous?.segment !== undefined && !previous.segment.last
    const expected = continues ? (previous?.segment?.index ?? 0) + 1 : 0
    if ((piece.segment?.index ?? 0) !== expected || (continues && piece.id !== previous?.id)) {
      faults.push(
        `segment ${expected} was expected, ${piece.segment?.index ?? 'none'} was yielded.`,
      )
    }
    const row = piece.cells[0]?.row
    const before = continues ? previous?.cells.at(-1)?.row : undefined
    if (row !== undefined && before !== undefined && row < before) {
      faults.push(`rows of "${piece.name}" go back from ${before} to ${row} in a later segment.`)
    }
    previous = piece
  }
  if (previous?.segment !== undefined && !previous.segment.last) {
    faults.push(`the last segment of "${previous.name}" does not say so.`)
  }
  return faults
}
