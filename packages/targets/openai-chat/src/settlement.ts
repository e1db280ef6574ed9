import { openFates, type WriteContext } from '@labelport/format'
import type { LabeledDocument, StatementType } from '@labelport/model'
import { type DocumentFates, type FateCode, reasons } from './reasons.ts'

/** What became of an example: it was written, or why it was not. */
export type Outcome = 'written' | FateCode

/** Tells the fates of a document's statements when it is known which of its examples were written. */
export interface Settlement {
  /** For statements whose fate no example decides. */
  readonly fates: DocumentFates
  /** A statement that is in some examples, and how it is changed there. */
  claim(type: StatementType, id: string | number, units: readonly number[], change?: FateCode): void
  /** What ends an example. When all have ended, the account is told. Holds on to ids, not to the document. */
  endOf(unit: number): (outcome: Outcome) => void
}

interface Claim {
  readonly type: StatementType
  readonly id: string | number
  readonly units: readonly number[]
  readonly change: FateCode | undefined
}

/** Opens the settlement of a document with a number of examples. */
export function openSettlement(
  document: LabeledDocument,
  count: number,
  { account }: Pick<WriteContext, 'account'>,
): Settlement {
  // Examples wait for other copies; their text and labels must not wait in memory with them.
  const { extra: _, ...about } = document
  const slim = { ...about, cells: [], annotations: [], comments: [] }
  const fates = openFates('openai-chat', reasons, account, slim)
  const outcomes = new Array<Outcome>(count).fill('no-place')
  const claims: Claim[] = []
  let open = count
  const tell = ({ type, id, units, change }: Claim): void => {
    const dropped = units.map((unit) => outcomes[unit] ?? 'no-place')
    const [first] = dropped
    if (dropped.includes('written')) {
      if (change === undefined) fates.keep(type)
      else fates.change(type, change, id)
    } else fates.drop(type, first === undefined || first === 'written' ? 'no-place' : first, id)
  }
  return {
    fates,
    claim(type, id, units, change) {
      claims.push({ type, id, units, change })
    },
    endOf: (unit) => (outcome) => {
      outcomes[unit] = outcome
      open -= 1
      if (open > 0) return
      for (const claim of claims) tell(claim)
      fates.close()
    },
  }
}
