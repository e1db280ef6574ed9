import type { Place, Report } from '@labelport/format'
import { type Position, positionIn } from './position.ts'
import { afterSpace, type Members, nestedEnd, scanObject, stringEnd } from './scan.ts'

/** The object that is being handed over. */
export interface RowView {
  /** Of the object, or of one of its keys. */
  place(member?: number): Place
  /** As it stands, with the white space before it. */
  raw(): string
}

/** Takes the rows of a list as they are found. The view is valid during the call only. */
export interface RowSink {
  row(members: Members, view: RowView): void
}

/** Cuts the text of a list, which comes in pieces, into objects. */
export interface ElementReader {
  push(text: string): void
  end(): void
  /** Whether the list was opened. */
  readonly opened: boolean
  /** The white space before the end of the list and behind it. */
  readonly margins: { readonly last: string; readonly after: string }
}

type State = 'start' | 'element' | 'next' | 'after'

/** Reports `json-tabular/…` for what is no row and goes on behind it. */
export function elementReader(path: string, sink: RowSink, report: Report): ElementReader {
  let held = ''
  let at = 0
  let state: State = 'start'
  let index = 0
  let opened = false
  let ended = false
  // An element that is not whole yet is looked at again when the text has doubled: time stays linear.
  let patience = 0
  let trailing = false
  const margins = { last: '', after: '' }
  const position: Position = positionIn(path, () => held)
  const tell = (name: string, message: string, offset = at, pointer = `/${index}`): void => {
    const place = position.placeOf(offset, pointer)
    report({ severity: 'error', code: `json-tabular/${name}`, message, place })
  }
  const found = (offset: number): string => JSON.stringify(held.slice(offset, offset + 1))

  let rowStart = 0
  let rowBrace = 0
  let offsets: readonly number[] = []
  let lastKeys: readonly string[] = []
  const view: RowView = {
    place: (member) =>
      position.placeOf(
        member === undefined ? rowBrace : (offsets[member] ?? rowBrace),
        `/${index}`,
      ),
    raw: () => held.slice(rowStart, at),
  }

  /** Reads an element; false when more text is needed. */
  const element = (next: number): boolean => {
    const start = at
    if (held[next] !== '{') {
      const end = valueEnd(held, next)
      if (end === undefined) return false
      tell('not-a-row', `Expected an object for a row, found ${found(next)}; it is left out.`, next)
      at = end
    } else {
      const scan = scanObject(held, next, lastKeys)
      if (scan.type === 'cut') return false
      if (scan.type === 'misfit') {
        const end = nestedEnd(held, next)
        if (end === -1 && !ended) return false
        const message = `The row is no JSON: found ${found(scan.at)} where JSON should go on; it is left out.`
        tell('bad-row', message, scan.at)
        at = end === -1 ? held.length : end
      } else {
        at = scan.end
        rowStart = start
        rowBrace = next
        offsets = scan.members.offsets
        lastKeys = scan.members.keys
        sink.row(scan.members, view)
      }
    }
    index += 1
    state = 'next'
    return true
  }

  const step = (): boolean => {
    const next = afterSpace(held, at)
    if (next >= held.length) return false
    const mark = held[next]
    switch (state) {
      case 'start':
        if (mark !== '[') {
          state = 'after'
          return false
        }
        opened = true
        state = 'element'
        at = next + 1
        return true
      case 'element':
        if (mark !== ']' && mark !== ',') return element(next)
        if (mark === ',' || index > 0) {
          tell('bad-row', `Expected a row, found ${found(next)}; nothing is left out.`, next)
        }
        if (mark === ']') state = 'after'
        at = next + 1
        return true
      case 'next':
        if (mark === ',') {
          state = 'element'
          at = next + 1
        } else if (mark === ']') {
          margins.last = held.slice(at, next)
          state = 'after'
          at = next + 1
        } else {
          tell('bad-row', `Expected a comma or the end of the list, found ${found(next)}.`, next)
          state = 'element'
          at = next
        }
        return true
      case 'after':
        if (opened && !trailing) {
          const message = `Expected nothing behind the list, found ${found(next)}; it is left out.`
          tell('trailing-text', message, next, '')
        }
        trailing = true
        margins.after = ''
        at = held.length
        return false
      default:
        return state satisfies never
    }
  }

  const takeMargin = (): void => {
    if (state !== 'after') return
    if (!trailing) margins.after += held.slice(at)
    at = held.length
  }

  return {
    get opened() {
      return opened
    },
    margins,
    push(text) {
      held += text
      if (held.length - at < 2 * patience) return
      while (step());
      takeMargin()
      position.drop(at)
      held = held.slice(at)
      at = 0
      patience = held.length
    },
    end() {
      ended = true
      while (step());
      takeMargin()
      // What is no list at all does not end inside of one.
      if (state === 'after' || !opened) return
      const message = 'The file ends inside of the list; what was begun last is left out.'
      tell('cut-off', message, held.length)
    },
  }
}

/** Behind a value that is no object; undefined when the text ends before that is clear. */
function valueEnd(text: string, start: number): number | undefined {
  if (text[start] === '[') {
    const end = nestedEnd(text, start)
    return end === -1 ? undefined : end
  }
  if (text[start] === '"') {
    const end = stringEnd(text, start)
    return end === -1 ? undefined : end + 1
  }
  const end = text.slice(start + 1).search(/[,\]{[]/)
  return end === -1 ? undefined : start + 1 + end
}
