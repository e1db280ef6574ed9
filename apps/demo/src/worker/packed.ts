import type { Annotation, Cell, Comment, LabeledDocument, Tokens } from '@labelport/model'

/**
 * Documents ready to be sent. The tokens of all cells lie in one buffer that changes hands: as views, each cell's would
 * take those of its whole file along, and cost more to send than its text.
 */
export interface PackedDocuments {
  readonly documents: readonly LabeledDocument[]
  readonly tokens: Tokens
  /** For each cell in turn how long its tokens are; -1 for a cell that is not tokenized. */
  readonly lengths: Int32Array
}

/**
 * Packs documents. What formats in `leave` keep for themselves is left behind: nobody else reads it, and it can be
 * more than all the rest.
 */
export function packed(
  documents: readonly LabeledDocument[],
  leave: ReadonlySet<string>,
): PackedDocuments {
  const cells = documents.flatMap((document) => document.cells)
  const length = cells.reduce((sum, { tokens }) => sum + (tokens?.length ?? 0), 0)
  const tokens = new Uint32Array(length)
  let used = 0
  for (const cell of cells) {
    if (cell.tokens === undefined) continue
    tokens.set(cell.tokens, used)
    used += cell.tokens.length
  }
  return {
    documents: documents.map((document) => light(document, leave)),
    tokens,
    lengths: Int32Array.from(cells, (cell) => cell.tokens?.length ?? -1),
  }
}

/** The documents again. They are on nobody else's hands yet, so their cells are given their tokens as they are. */
export function unpacked({
  documents,
  tokens,
  lengths,
}: PackedDocuments): readonly LabeledDocument[] {
  let at = 0
  let used = 0
  for (const { cells } of documents) {
    for (const cell of cells) {
      const length = lengths[at] ?? -1
      at += 1
      if (length < 0) continue
      Object.assign(cell, { tokens: tokens.subarray(used, used + length) })
      used += length
    }
  }
  return documents
}

function light(document: LabeledDocument, leave: ReadonlySet<string>): LabeledDocument {
  return {
    ...without(document, leave),
    cells: document.cells.map(untokenized),
    annotations: document.annotations.map((one) => without<Annotation>(one, leave)),
    comments: document.comments.map((one) => without<Comment>(one, leave)),
  }
}

function untokenized({ tokens: _, ...cell }: Cell): Cell {
  return cell
}

function without<T extends Pick<LabeledDocument, 'extra'>>(one: T, leave: ReadonlySet<string>): T {
  const { extra, ...rest } = one
  if (extra === undefined || !Object.keys(extra).some((key) => leave.has(key))) return one
  const kept = Object.entries(extra).filter(([key]) => !leave.has(key))
  // All but `extra` is as it was, and nothing requires that.
  return (kept.length === 0 ? rest : { ...rest, extra: Object.fromEntries(kept) }) as T
}
