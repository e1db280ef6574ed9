import type { LabeledDocument } from '@labelport/model'

/** A document as it comes. */
export interface DocumentRun {
  /** The document, or its first segment. */
  readonly first: LabeledDocument
  /**
   * The segments behind the first, to be taken before the next document is asked for. Absent: the document is whole.
   * They end with the last one; where that never comes, with the stream or before another document.
   */
  readonly later?: AsyncIterable<LabeledDocument>
}

/** Tells which segments belong together, for writers that need no more than one of them at a time. */
export async function* documentRuns(
  documents: AsyncIterable<LabeledDocument>,
): AsyncGenerator<DocumentRun> {
  const iterator = documents[Symbol.asyncIterator]()
  /** Came instead of a segment that was waited for. */
  let early: LabeledDocument | undefined
  const next = async (): Promise<LabeledDocument | undefined> => {
    const { done, value } = await iterator.next()
    return done === true ? undefined : value
  }
  async function* laterOf({ id, segment }: LabeledDocument): AsyncGenerator<LabeledDocument> {
    for (let isLast = segment?.last; isLast === false; ) {
      const document = await next()
      if (document === undefined) return
      if (document.id !== id || (document.segment?.index ?? 0) === 0) {
        early = document
        return
      }
      yield document
      isLast = document.segment?.last
    }
  }
  try {
    for (let first = await next(); first !== undefined; first = early ?? (await next())) {
      early = undefined
      if (first.segment === undefined) yield { first }
      else yield { first, later: laterOf(first) }
    }
  } finally {
    await iterator.return?.()
  }
}
