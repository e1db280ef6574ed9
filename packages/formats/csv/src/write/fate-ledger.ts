import type { Account } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type FateName, reasons } from './fates.ts'

/** Collects what becomes of the cells and answers of one document. */
export interface Fates {
  keep(type: 'cell' | 'answer'): void
  note(
    effect: 'change' | 'drop',
    type: 'cell' | 'answer',
    name: FateName,
    id: string | number,
  ): void
  /** Tells the account. */
  close(): void
}

/** Starts with nothing told. */
export function fatesOf(document: LabeledDocument, account: Account): Fates {
  const kept = { cell: 0, answer: 0 }
  const groups = new Map<
    string,
    {
      readonly tell: (ids: readonly (string | number)[]) => void
      readonly ids: (string | number)[]
    }
  >()
  return {
    keep(type) {
      kept[type] += 1
    },
    note(effect, type, name, id) {
      const key = `${effect} ${type} ${name}`
      const group = groups.get(key)
      if (group !== undefined) {
        group.ids.push(id)
        return
      }
      const code = `csv/${name}` as const
      const tell = (ids: readonly (string | number)[]): void =>
        account[effect](type, { code, reason: reasons[name], document, ids })
      groups.set(key, { tell, ids: [id] })
    },
    close() {
      account.keep('cell', kept.cell)
      account.keep('answer', kept.answer)
      for (const { tell, ids } of groups.values()) tell(ids)
    },
  }
}
