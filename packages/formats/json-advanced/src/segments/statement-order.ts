import { compareTargets, type TextTarget } from '@labelport/model'
import type { FileFacts } from './file-facts.ts'

/** What tells where a statement stands among those of a long file. */
export interface StatementPlace {
  /** Its number among all that came. */
  readonly at: number
  /** Whether a label has an entry in the `labels` it was read from. */
  readonly isListed: boolean
  /** In the list it was read from, from 0; infinite for what is new. */
  readonly place: number
  /** Cells count from the first of the document. Absent: on no text. */
  readonly target: TextTarget | undefined
}

/** The places of statements by number. There may be millions, so they are lists of numbers. */
export interface StatementPlaces {
  add(place: StatementPlace): void
  /** Numbers in the order of the file; those of one place as they came. */
  inFileOrder(
    numbers: readonly number[],
    type: 'label' | 'comment',
    facts: FileFacts,
  ): readonly number[]
  /** Numbers in the order of the text; what is on no text comes first. */
  inTextOrder(numbers: readonly number[]): readonly number[]
}

/** Opens places without any statement. */
export function statementPlaces(): StatementPlaces {
  const order: number[] = []
  const listed: boolean[] = []
  const places: number[] = []
  const cells: number[] = []
  const starts: number[] = []
  const endCells: number[] = []
  const ends: number[] = []
  const targetOf = (number: number): TextTarget | undefined => {
    const cell = cells[number] ?? -1
    if (cell === -1) return undefined
    return {
      cell,
      start: starts[number] ?? 0,
      endCell: endCells[number] ?? 0,
      end: ends[number] ?? 0,
    }
  }
  return {
    add({ at, isListed, place, target }) {
      order.push(at)
      listed.push(isListed)
      places.push(place)
      cells.push(target?.cell ?? -1)
      starts.push(target?.start ?? 0)
      endCells.push(target?.endCell ?? target?.cell ?? 0)
      ends.push(target?.end ?? 0)
    },
    inFileOrder(numbers, type, { hasKept, hasPlaces }) {
      const listedFirst = type === 'label' && !hasPlaces
      const keyOf = (number: number): number => {
        if (!hasKept || (listedFirst && listed[number] === true)) return 0
        return places[number] ?? Number.POSITIVE_INFINITY
      }
      return ordered(numbers, (a, b) => {
        const [one, other] = [keyOf(a), keyOf(b)]
        return one === other ? (order[a] ?? 0) - (order[b] ?? 0) : one < other ? -1 : 1
      })
    },
    inTextOrder: (numbers) =>
      ordered(numbers, (a, b) => {
        const [one, other] = [targetOf(a), targetOf(b)]
        if (one === undefined || other === undefined) return one ? 1 : other ? -1 : 0
        return compareTargets(one, other)
      }),
  }
}

function ordered(
  numbers: readonly number[],
  compare: (a: number, b: number) => number,
): readonly number[] {
  const isInOrder = numbers.every(
    (number, index) => index === 0 || compare(numbers[index - 1] ?? 0, number) <= 0,
  )
  return isInOrder ? numbers : [...numbers].sort(compare)
}
