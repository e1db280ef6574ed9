import type { LabeledDocument, StatementType } from '@labelport/model'
import type { Account } from '../account.ts'

/** Why statements change or have no place in Datasaur's JSON, by the second half of the code. */
export const reasons = {
  'hidden-cell': 'The format has no place for hidden and deleted cells.',
  'cell-without-place':
    'The format has no place for a cell whose row or column is taken, negative, fractional or far beyond the others.',
  'further-column': 'The format keeps one column of text; further columns are left out.',
  'tokens-made': 'The cell had no tokens and labels need them, so it is cut at white space.',
  'label-on-left-out-cell': 'The text under the label is not part of the file.',
  'empty-label': 'The format cannot express a label on no text: its ends are inclusive.',
  'no-token-under-label': 'The format places labels by tokens and no token lies under this one.',
  'edge-moved': 'The format places labels by tokens; an edge between tokens moved inwards.',
  'label-moved': 'The label this speaks about could not be placed exactly.',
  'arrow-without-ends': 'The format draws arrows between span labels of the same file only.',
  'person-reduced':
    'The format keeps one word for a person: the id, without one the address or the name.',
  'confidence-left-out': 'The format has no place for confidence.',
  'times-left-out': 'The format has no place for the times a label was made and changed.',
  'timestamp-label-left-out': 'The format keeps timestamps without labels.',
  'box-text-left-out': 'The format has no place for the text inside a box.',
  'box-text-apart':
    'The format keeps the text inside a box of a class in an entry of its own, which is read as a second box.',
  'box-label-left-out': 'The format has boxes around text only, which carry no label.',
  'shapes-left-out': 'The format keeps one shape of a box around text.',
  'caption-left-out': 'The format has no place for the caption of a box around text.',
  'answer-origin-left-out': 'The format does not say who answered.',
  'second-answer': 'The format keeps one settled answer to a question.',
  'answer-without-place': 'The format has no place for answers about what this one speaks about.',
  'comment-moved-to-document':
    'The format has no place for a comment on this; it now speaks about the document.',
  'resolved-left-out': 'The format does not say that a comment is resolved.',
  'no-answers': 'The format has no questions and answers.',
} as const satisfies Record<string, string>

/** The second half of a loss code. */
export type LossName = keyof typeof reasons

/** Collects the fates of one document's statements, each told once, and tells the account at the end. */
export interface Tally {
  keep(type: StatementType, count?: number): void
  change(type: StatementType, loss: LossName, id: string | number): void
  drop(type: StatementType, loss: LossName, id: string | number): void
  /** Tells the account. */
  close(): void
}

/** A tally for one document of a format. */
export function tallyOf(format: string, document: LabeledDocument, account: Account): Tally {
  const heaps = new Map<string, Heap>()
  const put = (
    effect: Heap['effect'],
    type: StatementType,
    loss: LossName,
    id: string | number,
  ) => {
    const key = `${effect} ${type} ${loss}`
    let heap = heaps.get(key)
    if (heap === undefined) {
      heap = { effect, type, loss, ids: [] }
      heaps.set(key, heap)
    }
    heap.ids.push(id)
  }
  return {
    keep: (type, count) => account.keep(type, count),
    change: (type, loss, id) => put('change', type, loss, id),
    drop: (type, loss, id) => put('drop', type, loss, id),
    close() {
      for (const { effect, type, loss, ids } of heaps.values()) {
        account[effect](type, { code: `${format}/${loss}`, reason: reasons[loss], document, ids })
      }
    },
  }
}

interface Heap {
  readonly effect: 'change' | 'drop'
  readonly type: StatementType
  readonly loss: LossName
  readonly ids: (string | number)[]
}
