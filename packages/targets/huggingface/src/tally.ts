import type { Account, Fate } from '@labelport/format'
import type { StatementType } from '@labelport/model'

/** How many statements of one type met one fate. */
export interface TallyLine {
  readonly type: StatementType
  readonly effect: 'changed' | 'dropped'
  readonly code: string
  readonly reason: string
  readonly count: number
}

/** An account that also remembers the sums, for the card. */
export interface Tally extends Account {
  kept(): Readonly<Partial<Record<StatementType, number>>>
  /** Sorted by type, effect and code. */
  lines(): readonly TallyLine[]
}

/** Listens to an account. */
export function tallied(account: Account): Tally {
  const kept: Partial<Record<StatementType, number>> = {}
  const lines = new Map<string, TallyLine>()
  const enter = (effect: TallyLine['effect'], type: StatementType, fate: Fate): void => {
    const { code, reason } = fate
    const key = `${type} ${effect} ${code}`
    const count = (lines.get(key)?.count ?? 0) + fate.ids.length
    lines.set(key, { type, effect, code, reason, count })
  }
  return {
    keep(type, count = 1) {
      if (count > 0) kept[type] = (kept[type] ?? 0) + count
      account.keep(type, count)
    },
    change(type, fate) {
      enter('changed', type, fate)
      account.change(type, fate)
    },
    drop(type, fate) {
      enter('dropped', type, fate)
      account.drop(type, fate)
    },
    kept: () => ({ ...kept }),
    lines: () => sortedLines([...lines.values()]),
  }
}

/** By type, effect and code. */
export function sortedLines(lines: readonly TallyLine[]): readonly TallyLine[] {
  const key = ({ type, effect, code }: TallyLine): string => `${type} ${effect} ${code}`
  return [...lines].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
