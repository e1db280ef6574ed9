import type { DraftDoc } from './docs.ts'
import { type KeptBytes, keptBytes } from './kept-bytes.ts'
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
  let docs = openDocs()
  return {
    size: () => docs.lengths.length,
    add({ draft, ents, spans, cats, userData }) {
      for (const word of draft.words) docs.strings.add(word)
      for (const { label } of [...(ents ?? []), ...(spans?.labels ?? [])]) docs.strings.add(label)
      writeTokens(docs.tokens.more(draft.words.length * tokenBytes), draft, ents, ids)
      docs.spaces.more(draft.spaces.length).set(draft.spaces.map(Number))
      docs.lengths.push(draft.words.length)
      docs.groups.add(
        spans === undefined ? noGroups : packed(spanGroup(draft, spans.key, spans.labels, ids)),
      )
      docs.cats.push(cats)
      docs.userData.add(packed(packed(userData)))
    },
    *take() {
      const { tokens, spaces, lengths, strings, cats, groups, userData } = docs
      docs = openDocs()
      const count = lengths.length
      const flags = packed(new Map([['has_unknown_spaces', false]]))
      yield packedHeader('map', 10)
      yield* entry('version', [packed('0.1')])
      yield* entry('attrs', [packed(attributes)])
      yield* entry('tokens', bytesOf(tokens))
      yield* entry('spaces', bytesOf(spaces))
      yield* entry('lengths', [packed(int32s(lengths))])
      yield* entry('strings', [packed([...strings].sort())])
      yield* entry('cats', [packedHeader('list', count)])
      for (const scores of cats) yield packed(floats(scores()))
      yield* entry('flags', [packedHeader('list', count)])
      for (let index = 0; index < count; index += 1) yield flags
      yield* entry('span_groups', [packedHeader('list', count), ...groups.blocks()])
      yield* entry('user_data', [packedHeader('list', count), ...userData.blocks()])
    },
  }
}

/** What is kept of docs: bytes as they will stand in the file, and what is known at its end only. */
function openDocs() {
  const cats: BinDoc['cats'][] = []
  const lengths: number[] = []
  return {
    tokens: keptBytes(),
    spaces: keptBytes(),
    groups: keptBytes(),
    userData: keptBytes(),
    strings: new Set(['']),
    lengths,
    cats,
  }
}

const noGroups = packed(packed([]))

function* entry(key: string, value: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield packed(key)
  yield* value
}

function bytesOf(bytes: KeptBytes): readonly Uint8Array[] {
  return [packedHeader('bytes', bytes.length()), ...bytes.blocks()]
}

/** One row of attributes for each token: unsigned numbers of 64 bits, lowest byte first. */
function writeTokens(
  bytes: Uint8Array,
  { words }: DraftDoc,
  ents: BinDoc['ents'],
  ids: StringIds,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
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
