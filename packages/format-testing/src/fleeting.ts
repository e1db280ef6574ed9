import type { LabeledDocument } from '@labelport/model'

/**
 * Documents whose cells and statements cannot be looked at any more once the next document is asked for: a writer that
 * holds one longer fails with a TypeError.
 */
export async function* fleeting(
  documents: readonly LabeledDocument[],
): AsyncGenerator<LabeledDocument> {
  for (const document of documents) {
    const cells = Proxy.revocable(document.cells, {})
    const annotations = Proxy.revocable(document.annotations, {})
    const comments = Proxy.revocable(document.comments, {})
    yield {
      ...document,
      cells: cells.proxy,
      annotations: annotations.proxy,
      comments: comments.proxy,
    }
    cells.revoke()
    annotations.revoke()
    comments.revoke()
  }
}
