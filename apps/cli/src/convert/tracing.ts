import { type AroundWriting, hidePeople, openProvenance, openSourceMarks } from '@labelport/dataset'
import type { Pseudonyms, Shard } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Flags } from '../command.ts'
import type { OnDocument } from '../input.ts'
import type { Session } from '../session.ts'

/** The flag that keeps what rows of a data set came from. */
export const provenanceFlags = {
  provenance: {
    type: 'switch',
    help: 'writes provenance.jsonl beside the output: file, place, person and time of every label (labelport trace)',
  },
} as const satisfies Flags

/** What stands between the documents that were prepared and the format that writes them. */
export interface Tracing extends AroundWriting {
  /** Notes what documents are read from. Absent when nobody asked for it. */
  readonly onDocument?: OnDocument
}

/** Opens the tracing of one conversion. */
export function openTracing(
  { version, signal }: Pick<Session, 'version' | 'signal'>,
  pseudonyms: Pseudonyms | undefined,
  provenance: boolean,
  shard?: Shard,
): Tracing {
  const hidden = (documents: AsyncIterable<LabeledDocument>) =>
    pseudonyms === undefined ? documents : hidePeople(documents, pseudonyms)
  if (!provenance) return { documents: hidden, parts: (parts) => parts }
  const tool = `labelport ${version}`
  const noted = openProvenance({
    tool,
    ...(pseudonyms && { pseudonyms }),
    ...(shard && { shard }),
  })
  return {
    onDocument: openSourceMarks(signal),
    documents: (documents) => hidden(noted.documents(documents)),
    parts: (parts) => noted.parts(parts),
  }
}
