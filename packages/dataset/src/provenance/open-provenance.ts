import { type Part, type Pseudonyms, type Shard, shardSuffix } from '@labelport/format'
import type { LabeledDocument, User } from '@labelport/model'
import { type PeopleHider, peopleHider } from '../people/people-hider.ts'
import type { DocumentLine, ProvenanceLine } from './provenance-line.ts'
import { type CopySource, copiesOf, unmarked } from './source-mark.ts'
import { statementLines } from './statement-lines.ts'

/** Where the lines are written, beside what a format writes; each shard has a file of its own. */
export function provenancePath(shard?: Shard): string {
  return `provenance${shardSuffix(shard)}.jsonl`
}

/** Whether a file is named like one with such lines. */
export function isProvenance(name: string): boolean {
  return /^provenance(-\d{5}-of-\d{5})?\.jsonl$/.test(name)
}

/** How a provenance file is made. */
export interface ProvenanceOptions {
  /** The tool and its version, as the file names it. */
  readonly tool: string
  /** Absent calls people by their e-mail, name or id. */
  readonly pseudonyms?: Pseudonyms
  /** Absent when the data set is in one piece. */
  readonly shard?: Shard
}

/** A provenance file that grows with a conversion. */
export interface Provenance {
  /** Notes where documents and statements came from, and takes off what says so. */
  documents(documents: AsyncIterable<LabeledDocument>): AsyncGenerator<LabeledDocument>
  /** The parts of the conversion, and the pieces of this file between them. */
  parts(parts: AsyncIterable<Part>): AsyncGenerator<Part>
}

/** Opens a provenance file for documents that `openSourceMarks` marked while they were read. */
export function openProvenance({ tool, pseudonyms, shard }: ProvenanceOptions): Provenance {
  const hider = pseudonyms && peopleHider(pseudonyms)
  const people = pseudonyms === undefined ? 'names' : 'pseudonyms'
  const waiting: ProvenanceLine[] = [{ type: 'provenance', version: 1, tool, people }]
  const note = noting(waiting, hider)
  const take = (): Part => {
    const lines = waiting.splice(0).map((line) => `${JSON.stringify(line)}\n`)
    return { path: provenancePath(shard), chunk: lines.join('') }
  }
  return {
    async *documents(documents) {
      for await (const document of documents) {
        note(document)
        yield {
          ...unmarked(document),
          annotations: document.annotations.map(unmarked),
          comments: document.comments.map(unmarked),
        }
      }
    },
    async *parts(parts) {
      for await (const part of parts) {
        yield part
        if (waiting.length > 0) yield take()
      }
      if (waiting.length > 0) yield take()
    },
  }
}

/** Adds the lines of one document after the other; segments of one share its document lines. */
function noting(lines: ProvenanceLine[], hider: PeopleHider | undefined) {
  let count = 0
  let last: { readonly key: string; readonly numbers: readonly number[] } | undefined
  const called = (user: User): string =>
    (hider?.user(user) ?? { name: user.email ?? user.name ?? user.id }).name ?? ''
  return (document: LabeledDocument): void => {
    const copies = copiesOf(document)
    const id = hider?.path(document.id, document.cabinet) ?? document.id
    const key = JSON.stringify([id, copies.map(({ entry, index }) => [entry, index])])
    const goesOn = last?.key === key && (document.segment?.index ?? 0) > 0
    if (last === undefined || !goesOn) {
      const numbers = copies.map((copy) => {
        count += 1
        lines.push({ ...documentLine(document, copy, count, hider, called), id })
        return count
      })
      last = { key, numbers }
    }
    const scope = { numbers: last.numbers, id, called }
    for (const line of statementLines(document, scope)) lines.push(line)
  }
}

function documentLine(
  { id, name, part, project }: LabeledDocument,
  { cabinet, entry, index, format, sha256 }: CopySource,
  source: number,
  hider: PeopleHider | undefined,
  called: (user: User) => string,
): DocumentLine {
  return {
    type: 'document',
    source,
    id,
    name: hider?.path(name, cabinet) ?? name,
    ...(part !== undefined && { part }),
    ...(project && {
      project: {
        ...(project.id !== undefined && { id: project.id }),
        ...(project.name !== undefined && { name: project.name }),
      },
    }),
    ...(cabinet && { copy: cabinet.role }),
    ...(cabinet?.role === 'labeler' && cabinet.user && { labeler: called(cabinet.user) }),
    entry: hider?.path(entry, cabinet) ?? entry,
    index,
    format,
    sha256,
  }
}
