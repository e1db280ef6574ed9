import { toCodePoints } from '@labelport/model'
import type { DraftDoc } from './docs.ts'
import type { DocLabel } from './labels.ts'
import { packed } from './msgpack.ts'
import type { StringIds } from './string-ids.ts'

/** id, knowledge base id and label of 8 bytes, then four places of 4 bytes. */
const spanBytes = 40

/** The groups of a doc with one group under a key, as `SpanGroups.to_bytes` writes them. */
export function spanGroup(
  draft: DraftDoc,
  key: string,
  labels: readonly DocLabel[],
  ids: StringIds,
): Uint8Array {
  const places = labels.length === 0 ? [] : codePointPlaces(draft)
  const spans = labels.map(({ start, end, label }) => {
    const bytes = new Uint8Array(spanBytes)
    const view = new DataView(bytes.buffer)
    view.setBigUint64(16, ids.idOf(label))
    view.setInt32(24, start)
    view.setInt32(28, end)
    view.setInt32(32, places[start]?.start ?? 0)
    view.setInt32(36, places[end - 1]?.end ?? 0)
    return bytes
  })
  const group = new Map<string, string | ReadonlyMap<string, string> | readonly Uint8Array[]>([
    ['name', key],
    ['attrs', new Map()],
    ['spans', spans],
  ])
  return packed(new Map([[packed(group), [key]]]))
}

/** Where each word lies in the text of the doc, in code points. */
function codePointPlaces({ words, spaces }: DraftDoc): readonly { start: number; end: number }[] {
  let at = 0
  return words.map((word, index) => {
    const start = at
    const end = start + toCodePoints(word, word.length)
    at = spaces[index] === true ? end + 1 : end
    return { start, end }
  })
}
