import type { DraftDoc } from './docs.ts'
import type { DocLabel } from './labels.ts'
import { type Packable, packed, packedHeader } from './msgpack.ts'
import { spanGroup } from './span-group.ts'
import type { StringIds } from './string-ids.ts'

/** One doc, ready to be written. */
export interface BinDoc {
  readonly draft: DraftDoc
  /** Undefined when nobody was asked to find entities. */
  readonly ents: readonly DocLabel[] | undefined
  /** Undefined when there is no group. */
  readonly spans: { readonly key: string; readonly labels: readonly DocLabel[] } | undefined
  /** Read when the file is written: later docs may bring more categories. */
  readonly cats: () => ReadonlyMap<string, 0 | 1>
  readonly userData: ReadonlyMap<Packable, Packable>
}

/** A file of docs that is being filled. */
export interface DocBin {
  readonly size: () => number
  add(doc: BinDoc): void
  /** The MessagePack of the file, in pieces. The bin is empty afterwards. */
  take(): Generator<Uint8Array>
}

/** spaCy's numbers of the attributes that are written: the word, and the entity it is part of. */
const attributes = [65, 77, 78]
const tokenBytes = 8 * attributes.length

/** How `ENT_IOB` says where a token lies. 0 would say that nobody looked. */
const inside = 1n
const outside = 2n
const begin = 3n

/** Collects docs in the layout that spaCy's own `DocBin` writes. */
export function openDocBin(ids: StringIds): DocBin {
  let tokens: Uint8Array[] = []
  let spaces: Uint8Array[] = []
  let lengths: number[] = []
  let groups: Uint8Array[] = []
  let cats: BinDoc['cats'][] = []
  let userData: Uint8Array[] = []
  const strings = new Set<string>([''])
  return {
    size: () => lengths.length,
    add({ draft, ents, spans, cats: scores, userData: data }) {
      for (const word of draft.words) strings.add(word)
      for (const { label } of [...(ents ?? []), ...(spans?.labels ?? [])]) strings.add(label)
      tokens.push(tokenRows(draft, ents, ids))
      spaces.push(Uint8Array.from(draft.spaces, Number))
      lengths.push(draft.words.length)
      groups.push(spans === undefined ? noGroups : spanGroup(draft, spans.key, spans.labels, ids))
      cats.push(scores)
      userData.push(packed(data))
    },
    *take() {
      const flags = new Map([['has_unknown_spaces', false]])
      yield packedHeader('map', 10)
      yield* entry('version', [packed('0.1')])
      yield* entry('attrs', [packed(attributes)])
      yield* entry('tokens', joinedBytes(tokens))
      yield* entry('spaces', joinedBytes(spaces))
      yield* entry('lengths', joinedBytes([int32s(lengths)]))
      yield* entry('strings', [packed([...strings].sort())])
      yield* entry('cats', list(cats.map((scores) => packed(floats(scores())))))
      yield* entry('flags', list(lengths.map(() => packed(flags))))
      yield* entry('span_groups', list(groups.map(packed)))
      yield* entry('user_data', list(userData.map(packed)))
      strings.clear()
      strings.add('')
      tokens = []
      spaces = []
      lengths = []
      groups = []
      cats = []
      userData = []
    },
  }
}

const noGroups = packed([])

function* entry(key: string, value: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield packed(key)
  yield* value
}

function joinedBytes(chunks: readonly Uint8Array[]): readonly Uint8Array[] {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  return [packedHeader('bytes', length), ...chunks]
}

function list(items: readonly Uint8Array[]): readonly Uint8Array[] {
  return [packedHeader('list', items.length), ...items]
}

/** One row of attributes for each token: unsigned numbers of 64 bits, lowest byte first. */
function tokenRows({ words }: DraftDoc, ents: BinDoc['ents'], ids: StringIds): Uint8Array {
  const bytes = new Uint8Array(words.length * tokenBytes)
  const view = new DataView(bytes.buffer)
  for (const [index, word] of words.entries()) {
    view.setBigUint64(index * tokenBytes, ids.idOf(word), true)
    if (ents !== undefined) view.setBigUint64(index * tokenBytes + 8, outside, true)
  }
  for (const { start, end, label } of ents ?? []) {
    for (let index = start; index < end; index += 1) {
      view.setBigUint64(index * tokenBytes + 8, index === start ? begin : inside, true)
      view.setBigUint64(index * tokenBytes + 16, ids.idOf(label), true)
    }
  }
  return bytes
}

function int32s(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * numbers.length)
  const view = new DataView(bytes.buffer)
  for (const [index, number] of numbers.entries()) view.setInt32(4 * index, number, true)
  return bytes
}

function floats(scores: ReadonlyMap<string, 0 | 1>): ReadonlyMap<Packable, Packable> {
  return new Map([...scores].map(([category, score]) => [category, { float: score }]))
}
