import { type UnreadEntry, withUnread } from '@labelport/format'
import type { FileFacts } from './file-facts.ts'
import { printedList } from './printed-list.ts'
import { type StatementPlace, statementPlaces } from './statement-order.ts'

/** What an entry of `labels` or `comments` was made from. */
export type EntryType = 'timestamp' | 'span' | 'relation' | 'box' | 'comment'

/** The entries of `labels` or `comments`, which come behind the sentences and in an order that only the end tells. */
export interface PrintedEntries {
  /** Takes an entry; without a text one that is put in later. Gives its number. */
  add(type: EntryType, place: StatementPlace, text: string | undefined): number
  put(number: number, text: string): void
  /** Takes an entry that could not be read, and where it stood. */
  addUnread(index: number, text: string): void
  count(): number
  pieces(facts: FileFacts): Generator<string>
}

/** How they follow each other in a file with labels from elsewhere. */
const labelTypes = ['timestamp', 'span', 'relation', 'box'] as const

/** Opens entries without any. */
export function printedEntries(kind: 'label' | 'comment'): PrintedEntries {
  const list = printedList()
  const places = statementPlaces()
  /** In `list`, where entries that could not be read stand between them. */
  const numbers: number[] = []
  const types: EntryType[] = []
  const unread: UnreadEntry[] = []
  let areFromFile = true
  const inListOrder = (facts: FileFacts): readonly number[] => {
    const inFile = places.inFileOrder([...numbers.keys()], kind, facts)
    if (kind === 'comment' || areFromFile) return inFile
    return labelTypes.flatMap((type) => {
      const own = inFile.filter((index) => types[index] === type)
      const isSorted = (type === 'span' || type === 'timestamp') && facts.hasNew[type]
      return isSorted ? places.inTextOrder(own) : own
    })
  }
  return {
    add(type, place, text) {
      const number = text === undefined ? list.reserve() : list.add(text)
      places.add(place)
      numbers.push(number)
      types.push(type)
      areFromFile &&= place.isListed
      return number
    },
    put: list.put,
    addUnread: (index, text) => void unread.push({ index, source: list.add(text) }),
    count: () => numbers.length + unread.length,
    pieces(facts) {
      const order = inListOrder(facts).map((index) => numbers[index])
      const known = { [kind]: unread.sort((a, b) => a.index - b.index) }
      const all = withUnread(order, known, kind)
      return list.pieces(all.filter((one) => typeof one === 'number'))
    },
  }
}
