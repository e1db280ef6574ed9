import { type Account, type LossName, type Tally, tallyOf } from '@labelport/format'
import type { LabeledDocument, StatementType } from '@labelport/model'
import { formatId } from '../extra.ts'
import type { FileFacts } from './file-facts.ts'
import { type StatementPlace, statementPlaces } from './statement-order.ts'

/** What became of the statements of one segment, until it is sure that the segment is written like this. */
export interface SegmentTally extends Omit<Tally, 'close'> {
  readonly kept: ReadonlyMap<StatementType, number>
  readonly losses: readonly LossOf[]
}

interface LossOf {
  readonly effect: 'change' | 'drop'
  readonly type: StatementType
  readonly loss: LossName
  readonly id: string | number
}

/** A tally that tells nobody. */
export function segmentTally(): SegmentTally & Tally {
  const kept = new Map<StatementType, number>()
  const losses: LossOf[] = []
  return {
    kept,
    losses,
    keep: (type, count = 1) => void kept.set(type, (kept.get(type) ?? 0) + count),
    change: (type, loss, id) => void losses.push({ effect: 'change', type, loss, id }),
    drop: (type, loss, id) => void losses.push({ effect: 'drop', type, loss, id }),
    close() {},
  }
}

/** The tally of a long file. What became of labels and comments is told in the order the whole file has. */
export interface FileTally {
  /** Takes over a segment. `placeOf`: of its annotations or comments. */
  add(segment: SegmentTally, firstCell: number, placeOf: PlaceOf): void
  /** Tells the account all that is left. */
  close(facts: FileFacts): void
}

/** The place of an annotation or a comment by its id. */
export type PlaceOf = (type: 'label' | 'comment', id: string) => StatementPlace | undefined

/** Opens the tally of a file. What is kept and what becomes of cells is told at once. */
export function fileTally(account: Account, document: LabeledDocument): FileTally {
  const heaps = new Map<string, Heap>()
  const places = statementPlaces()
  const ids: string[] = []
  return {
    add({ kept, losses }, firstCell, placeOf) {
      const cells = tallyOf(formatId, document, account)
      for (const [type, number] of kept) cells.keep(type, number)
      for (const { effect, type, loss, id } of losses) {
        if (typeof id === 'number') {
          cells[effect](type, loss, firstCell + id)
          continue
        }
        const key = `${effect} ${type} ${loss}`
        const heap = heaps.get(key) ?? { effect, type, loss, numbers: [] }
        heaps.set(key, heap)
        heap.numbers.push(ids.length)
        ids.push(id)
        places.add(placeOf(kindOf(type), id) ?? nowhere)
      }
      cells.close()
    },
    close(facts) {
      const tally = tallyOf(formatId, document, account)
      for (const { effect, type, loss, numbers } of heaps.values()) {
        const inFile = places.inFileOrder(numbers, kindOf(type), facts)
        // What is written is told in the order in which it gets its place.
        const isPlaced = effect === 'change' && (type === 'span' || type === 'timestamp')
        const inOrder = isPlaced && facts.hasNew[type] ? places.inTextOrder(inFile) : inFile
        for (const number of inOrder) tally[effect](type, loss, ids[number] ?? '')
      }
      tally.close()
    },
  }
}

const nowhere: StatementPlace = {
  at: Number.POSITIVE_INFINITY,
  isListed: false,
  place: Number.POSITIVE_INFINITY,
  target: undefined,
}

interface Heap extends Omit<LossOf, 'id'> {
  /** Of ids and places. */
  readonly numbers: number[]
}

function kindOf(type: StatementType): 'label' | 'comment' {
  return type === 'comment' ? 'comment' : 'label'
}
