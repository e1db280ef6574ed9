import type { Diagnostic } from '@labelport/format'
import fc from 'fast-check'
import { type Damage, damageArbitrary, damaged } from '../damage.ts'
import { chunkedSource } from '../feeding.ts'
import { holdsFor } from '../holds-for.ts'
import { madeOf, mostMadeOf } from '../made-of.ts'
import { breakIf, describeThrown, type FormatPromise } from '../promise.ts'
import { contextOf, readAll } from '../reading.ts'
import type { Fixture, Subject } from '../subject.ts'
import { unsoundness } from './soundness.ts'

const runs = 150
const patienceMs = 5000

/** Promise 9. */
export const damage: FormatPromise = {
  name: 'survives damage: sound documents or a FormatError, under its own codes, in the end and in bounds',
  async check(subject) {
    const fixtures = subject.fixtures.filter(({ bytes }) => bytes.length > 0)
    if (subject.format.reader === undefined || fixtures.length === 0) return
    for (const fixture of fixtures) breakIf(await findings(subject, fixture, [], 64))
    await holdsFor({
      cases: fc.record({
        fixture: fc.constantFrom(...fixtures),
        kinds: damageArbitrary,
        chunk: fc.integer({ min: 1, max: 200 }),
      }),
      runs,
      // A format that hangs would hang again on every smaller case.
      shrink: false,
      findings: ({ fixture, kinds, chunk }) => findings(subject, fixture, kinds, chunk),
      show: ({ fixture, kinds, chunk }) => {
        const text = new TextDecoder().decode(damaged(fixture.bytes, kinds))
        return `${fixture.path} after ${JSON.stringify(kinds)}, in chunks of ${chunk}:\n${text.slice(0, 2000)}`
      },
    })
  },
}

async function findings(
  subject: Subject,
  fixture: Fixture,
  kinds: readonly Damage[],
  chunk: number,
): Promise<readonly string[]> {
  const { format } = subject
  const bytes = damaged(fixture.bytes, kinds)
  const source = chunkedSource(fixture.path, bytes, chunk)
  try {
    format.reader?.sniff({
      path: fixture.path,
      text: new TextDecoder().decode(bytes.subarray(0, 16_384)),
      complete: bytes.length <= 16_384,
    })
    const reading = await inTime(readAll(format, source, contextOf(subject, fixture)))
    const told = [...reading.diagnostics, ...(reading.failure ? [reading.failure] : [])]
    // A document may be cut off in the middle; then its last segment is rightly missing.
    const faults = unsoundness(reading.pieces, reading.documents).filter(
      (fault) => reading.failure === undefined || !fault.startsWith('the last segment'),
    )
    const made = madeOf(reading.pieces)
    if (made > mostMadeOf(bytes.length)) {
      faults.push(`${made} characters and numbers are made of ${bytes.length} bytes.`)
    }
    return [...faults, ...told.flatMap((one) => diagnosticFaults(one, format.id))].map(
      (fault) => `${fixture.path}: ${fault}`,
    )
  } catch (thrown) {
    return [describeThrown(fixture.path, thrown)]
  }
}

/** What is wrong with a diagnostic of the format `id`. */
export function diagnosticFaults(diagnostic: Diagnostic, id: string): string[] {
  const { code, message, place } = diagnostic
  const faults: string[] = []
  if (!code.startsWith(`${id}/`) || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(code)) {
    faults.push(`the code "${code}" is not "${id}/" and words with hyphens.`)
  }
  if (message.trim() === '') faults.push(`${code} has no message.`)
  if (place !== undefined && Math.min(place.line ?? 1, place.column ?? 1) < 1) {
    faults.push(`${code} counts lines or columns from 0; expected from 1.`)
  }
  return faults
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No end after ${patienceMs} ms.`)), patienceMs)
  })
  try {
    return await Promise.race([work, alarm])
  } finally {
    clearTimeout(timer)
  }
}
