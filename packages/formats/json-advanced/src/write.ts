import {
  type Account,
  type DocumentRun,
  documentRuns,
  type Part,
  printPieces,
  safeName,
  tallyOf,
  uniqueNames,
  type WriteContext,
  wholeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { formatId } from './extra.ts'
import { inFileOrder, joinedExtra } from './join-segments.ts'
import { openLongFile } from './segments/long-file.ts'
import { fileOf } from './write-file.ts'

/** Writes each document into a file named like it: compact JSON and one line feed. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  for await (const run of documentRuns(documents)) {
    signal?.throwIfAborted()
    const path = unique(`${safeName(run.first.name)}.json`)
    for await (const chunk of textOf(run, account)) yield { path, chunk }
    yield { path, chunk: '\n' }
  }
}

/** The text of a file in pieces. Segments are handed on as they come until one depends on those behind it. */
async function* textOf({ first, later }: DocumentRun, account: Account): AsyncGenerator<string> {
  if (later === undefined) {
    yield* wholeText(first, account)
    return
  }
  const file = openLongFile(first, account)
  const rest: LabeledDocument[] = []
  let isBegun = false
  for await (const segment of segmentsOf(first, later)) {
    const text = rest.length === 0 ? file?.add(segment) : undefined
    if (text === undefined) rest.push(segment)
    else {
      isBegun = true
      yield* text
    }
  }
  for await (const document of wholeDocuments(streamOf(rest), joinedExtra)) {
    if (isBegun && file !== undefined) yield* file.close(document)
    else yield* wholeText(document, account)
  }
  if (rest.length === 0 && file !== undefined) yield* file.close(undefined)
}

function* wholeText(document: LabeledDocument, account: Account): Generator<string> {
  const tally = tallyOf(formatId, document, account)
  const file = fileOf(inFileOrder(document), tally)
  tally.close()
  yield* printPieces(file)
}

async function* segmentsOf(
  first: LabeledDocument,
  later: AsyncIterable<LabeledDocument>,
): AsyncGenerator<LabeledDocument> {
  yield first
  yield* later
}

async function* streamOf(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  yield* documents
}
