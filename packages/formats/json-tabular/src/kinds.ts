/**
 * What a value was in the file, as one letter: `s` a string, `n` a number, `b` true or false, `z` null,
 * `j` a list or an object, `-` nothing: the object had no such key.
 */
export type Kind = 's' | 'n' | 'b' | 'z' | 'j' | '-'

/**
 * The kinds of a run of rows, for columns that hold more than strings. `n12s` says: twelve numbers, then
 * strings to the end.
 */
export interface KeptKinds {
  readonly firstRow: number
  readonly kinds: Readonly<Record<string, string>>
}

interface Run {
  readonly kind: Kind
  readonly from: number
}

/** Notes the kinds of the values that are read. */
export interface KindNotes {
  /** Columns without a kind hold nothing. */
  add(kinds: readonly (Kind | undefined)[], width: number): void
  /** The kinds since the last call, beginning with the last row of then. Undefined when all are strings. */
  take(): KeptKinds | undefined
}

/** Starts at row 0. */
export function kindNotes(): KindNotes {
  let runs: Run[][] = []
  let firstRow = 0
  let row = 0
  return {
    add(kinds, width) {
      for (let column = 0; column < width; column += 1) {
        const kind = kinds[column] ?? '-'
        const noted = runs[column]
        if (noted === undefined)
          runs[column] = row === firstRow ? [{ kind, from: row }] : late(kind)
        else if (noted.at(-1)?.kind !== kind) noted.push({ kind, from: row })
      }
      row += 1
    },
    take() {
      const entries = runs
        .map((noted, column) => [String(column), printRuns(noted)] as const)
        .filter(([, text]) => text !== 's')
      const kept = { firstRow, kinds: Object.fromEntries(entries) }
      firstRow = Math.max(0, row - 1)
      runs = runs.map((noted) => [{ kind: noted.at(-1)?.kind ?? 's', from: firstRow }])
      return entries.length > 0 ? kept : undefined
    },
  }

  /** A column that comes up after the first row. */
  function late(kind: Kind): Run[] {
    return [
      { kind: '-', from: firstRow },
      { kind, from: row },
    ]
  }
}

function printRuns(runs: readonly Run[]): string {
  return runs
    .map(({ kind, from }, at) => {
      const next = runs[at + 1]
      return next === undefined ? kind : `${kind}${next.from - from}`
    })
    .join('')
}

/** The kind a value had; undefined when the file was no JSON_TABULAR or the notes make no sense. */
export type KindAt = (row: number, column: number) => Kind | undefined

/** Looks kinds up. Fast for rows in order. */
export function kindsOf(kept: unknown): KindAt {
  if (!isKept(kept)) return () => undefined
  const runsOf = new Map<number, readonly Run[]>()
  const last = new Map<number, number>()
  for (const [column, text] of Object.entries(kept.kinds)) {
    runsOf.set(Number(column), parseRuns(text, kept.firstRow))
  }
  return (row, column) => {
    const runs = runsOf.get(column)
    if (runs === undefined || row < kept.firstRow) return undefined
    let at = last.get(column) ?? 0
    if ((runs[at]?.from ?? 0) > row) at = 0
    while ((runs[at + 1]?.from ?? Number.POSITIVE_INFINITY) <= row) at += 1
    last.set(column, at)
    return runs[at]?.kind
  }
}

function parseRuns(text: string, firstRow: number): Run[] {
  const runs: Run[] = []
  let from = firstRow
  for (const [, kind, count] of text.matchAll(/([snbzj-])(?:([1-9]\d*))?/g)) {
    runs.push({ kind: kind as Kind, from })
    from += Number(count ?? 1)
  }
  return runs
}

function isKept(kept: unknown): kept is KeptKinds {
  if (typeof kept !== 'object' || kept === null || !('firstRow' in kept) || !('kinds' in kept)) {
    return false
  }
  const { firstRow, kinds } = kept
  if (!Number.isInteger(firstRow) || typeof kinds !== 'object' || kinds === null) return false
  return Object.values(kinds).every((text) => typeof text === 'string')
}
