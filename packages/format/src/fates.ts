import type { LabeledDocument, StatementType } from '@labelport/model'
import type { Account } from './account.ts'

/** Collects what becomes of the statements of one document, so that each code is told once. */
export interface Fates<Code extends string> {
  keep(type: StatementType, count?: number): void
  /** `id`: an annotation or comment id, or the index of a cell. */
  change(type: StatementType, code: Code, id: string | number): void
  drop(type: StatementType, code: Code, id: string | number): void
  /** Tells the account. */
  close(): void
}

/** Opens the fates of a document. `reasons` has one sentence for each code, without the format's id. */
export function openFates<Code extends string>(
  format: string,
  reasons: Readonly<Record<Code, string>>,
  account: Account,
  document: LabeledDocument,
): Fates<Code> {
  const drafts = new Map<string, Draft<Code>>()
  const enter = (
    effect: Draft<Code>['effect'],
    type: StatementType,
    code: Code,
    id: string | number,
  ): void => {
    const key = `${effect} ${type} ${code}`
    const draft = drafts.get(key)
    if (draft === undefined) drafts.set(key, { effect, type, code, ids: [id] })
    else draft.ids.push(id)
  }
  return {
    keep: (type, count) => account.keep(type, count),
    change: (type, code, id) => enter('change', type, code, id),
    drop: (type, code, id) => enter('drop', type, code, id),
    close() {
      for (const { effect, type, code, ids } of drafts.values()) {
        account[effect](type, { code: `${format}/${code}`, reason: reasons[code], document, ids })
      }
      drafts.clear()
    },
  }
}

interface Draft<Code> {
  readonly effect: 'change' | 'drop'
  readonly type: StatementType
  readonly code: Code
  readonly ids: (string | number)[]
}
