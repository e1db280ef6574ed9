import { decode } from '@msgpack/msgpack'
import { unzlibSync } from 'fflate'
import { stringIds } from '../src/string-ids.ts'

/** A stretch of tokens, half-open, with a label. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly label: string
}

/** A doc as another MessagePack library finds it in a file. */
export interface FoundDoc {
  readonly words: readonly string[]
  readonly spaces: readonly boolean[]
  readonly text: string
  readonly ents: readonly Stretch[]
  /** Tokens of which nobody said whether they are in an entity. */
  readonly unknown: number
  readonly spans: Readonly<Record<string, readonly Stretch[]>>
  readonly cats: Readonly<Record<string, number>>
  readonly data: Readonly<Record<string, unknown>>
}

interface Message {
  readonly version: string
  readonly attrs: readonly number[]
  readonly tokens: Uint8Array
  readonly spaces: Uint8Array
  readonly lengths: Uint8Array
  readonly strings: readonly string[]
  readonly cats: readonly Readonly<Record<string, number>>[]
  readonly span_groups: readonly Uint8Array[]
  readonly user_data: readonly Uint8Array[]
}

interface Group {
  readonly name: string
  readonly spans: readonly Uint8Array[]
}

/** Reads a `.spacy` file. Numbers are turned into strings with nothing but the file's own strings. */
export function readDocBin(file: Uint8Array): readonly FoundDoc[] {
  const message = decode(unzlibSync(file)) as Message
  const ids = stringIds()
  const strings = new Map(message.strings.map((text) => [ids.idOf(text), text]))
  const named = (id: bigint): string => strings.get(id) ?? `no string for ${id}`
  const lengths = viewOf(message.lengths)
  const tokens = viewOf(message.tokens)
  const width = 8 * message.attrs.length
  let at = 0
  return message.cats.map((cats, index) => {
    const first = at
    at += lengths.getInt32(4 * index, true)
    const column = (token: number, nth: number): bigint =>
      tokens.getBigUint64(token * width + 8 * nth, true)
    const words: string[] = []
    const ents: { start: number; end: number; label: string }[] = []
    let unknown = 0
    for (let token = first; token < at; token += 1) {
      words.push(named(column(token, 0)))
      const place = column(token, 1)
      const label = named(column(token, 2))
      if (place === 0n) unknown += 1
      if (place === 3n) ents.push({ start: token - first, end: token - first + 1, label })
      const open = ents.at(-1)
      if (place === 1n && open?.label === label) open.end += 1
    }
    const spaces = [...message.spaces.subarray(first, at)].map((space) => space === 1)
    return {
      words,
      spaces,
      text: words.map((word, nth) => word + (spaces[nth] === true ? ' ' : '')).join(''),
      ents,
      unknown,
      spans: groupsOf(message.span_groups[index], named),
      cats,
      data: decode(message.user_data[index] ?? new Uint8Array()) as FoundDoc['data'],
    }
  })
}

function groupsOf(bytes: Uint8Array | undefined, named: (id: bigint) => string): FoundDoc['spans'] {
  const groups: [Uint8Array, unknown][] = []
  const keep = (key: unknown): string => {
    if (key instanceof Uint8Array) groups.push([key, undefined])
    return String(key)
  }
  const found = decode(bytes ?? new Uint8Array(), { mapKeyConverter: keep })
  const names = Object.values(Object(found)).flat().map(String)
  return Object.fromEntries(
    groups.slice(0, names.length).map(([group], index) => {
      const { spans } = decode(group) as Group
      const stretches = spans.map((span) => {
        const view = viewOf(span)
        const label = named(view.getBigUint64(16))
        return { start: view.getInt32(24), end: view.getInt32(28), label }
      })
      return [names[index] ?? '', stretches]
    }),
  )
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}
