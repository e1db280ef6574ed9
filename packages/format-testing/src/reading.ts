import {
  type Diagnostic,
  type Format,
  FormatError,
  type ReadContext,
  type Source,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { companionsOf, filesOf, siblingsOf } from './feeding.ts'
import { mergeSegments } from './merge-segments.ts'
import { breakIf, describeThrown, type FormatPromise } from './promise.ts'
import type { Fixture, Subject } from './subject.ts'

/** Everything that came out of reading one file. */
export interface Reading {
  /** As they were yielded, segments apart. */
  readonly pieces: readonly LabeledDocument[]
  /** Segments put together. */
  readonly documents: readonly LabeledDocument[]
  readonly diagnostics: readonly Diagnostic[]
  /** What the FormatError said that ended the reading. Absent when the file was read to its end. */
  readonly failure?: Diagnostic
}

/** Ends a reading that yields more than any file of this size can hold. */
const documentLimit = 100_000

/** Reads a file to its end or to a FormatError; anything else that is thrown escapes. */
export async function readAll(
  format: Format,
  source: Source,
  context: Omit<ReadContext, 'report'> = {},
): Promise<Reading> {
  const pieces: LabeledDocument[] = []
  const diagnostics: Diagnostic[] = []
  const end = (failure?: Diagnostic): Reading => {
    const documents = mergeSegments(pieces)
    return { pieces, documents, diagnostics, ...(failure === undefined ? {} : { failure }) }
  }
  if (format.reader === undefined) return end()
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic)
  }
  try {
    for await (const document of format.reader.read(source, { ...context, report })) {
      pieces.push(document)
      if (pieces.length > documentLimit) throw new Error('Reading yields documents without end.')
    }
  } catch (thrown) {
    if (FormatError.is(thrown)) return end(thrown.diagnostic)
    throw thrown
  }
  return end()
}

/** What a reader is told about a fixture. */
export function contextOf(subject: Subject, fixture: Fixture): Omit<ReadContext, 'report'> {
  const { options, fixtures } = subject
  const files = new Map([...filesOf(fixtures), ...companionsOf(options)])
  const sibling = siblingsOf(fixture.path, files)
  return { ...options.context?.(fixture.path), sibling }
}

/** A promise about every fixture, for formats that read: each finding is one case. */
export function fixturePromise(
  name: string,
  findings: (fixture: Fixture, subject: Subject) => Promise<readonly string[]>,
): FormatPromise {
  return {
    name,
    async check(subject) {
      if (subject.format.reader === undefined) return
      const cases: string[] = []
      for (const fixture of subject.fixtures) {
        try {
          for (const finding of await findings(fixture, subject)) {
            cases.push(`${fixture.path}: ${finding}`)
          }
        } catch (thrown) {
          cases.push(describeThrown(fixture.path, thrown))
        }
      }
      breakIf(cases)
    },
  }
}
