import type { LabeledDocument } from '@labelport/model'
import { extrasBut } from './catalog.ts'
import type { Shelved } from './library.ts'
import type { Reader } from './reader.ts'
import { turn } from './turn.ts'

/** How much is asked for at once, in documents and in UTF-16 code units of their texts. */
const most = { documents: 64, characters: 2 ** 19 }

/** How many such windows are on their way while one is being used. */
const ahead = 2

/** How documents are brought. */
export interface GatherOptions {
  /** Ids of formats whose own `extra` is needed: those that are going to be written. Absent means none. */
  readonly keep?: readonly string[]
  readonly signal?: AbortSignal
}

/** Brings documents from their readers, in the order of the places. Few of them are here at any time. */
export async function* gather(
  places: readonly Shelved[],
  { keep = [], signal }: GatherOptions = {},
): AsyncGenerator<LabeledDocument> {
  const leave = extrasBut(keep)
  const windows = windowsOf(places)
  const coming: Promise<readonly LabeledDocument[]>[] = []
  const ask = (): void => {
    const { value } = windows.next()
    if (value === undefined) return
    const window = brought(value, leave)
    // It is waited for later; until then nobody listens to its failure.
    window.catch(() => undefined)
    coming.push(window)
  }
  for (let count = 0; count <= ahead; count += 1) ask()
  for (let next = coming.shift(); next !== undefined; next = coming.shift()) {
    const documents = await next
    // A turn of the event loop now and then lets a cancel message in.
    await turn()
    signal?.throwIfAborted()
    ask()
    yield* documents
  }
}

/** Places in runs that are not too much to hold. */
function* windowsOf(places: readonly Shelved[]): Generator<readonly Shelved[], undefined> {
  let window: Shelved[] = []
  let characters = 0
  for (const place of places) {
    window.push(place)
    characters += place.characters
    if (window.length < most.documents && characters < most.characters) continue
    yield window
    window = []
    characters = 0
  }
  if (window.length > 0) yield window
  return undefined
}

/** The documents of a window: each reader is asked once. */
async function brought(
  window: readonly Shelved[],
  leave: ReadonlySet<string>,
): Promise<readonly LabeledDocument[]> {
  const positions = new Map<Reader, number[]>()
  for (const { reader, at } of window) {
    const some = positions.get(reader)
    if (some === undefined) positions.set(reader, [at])
    else some.push(at)
  }
  const found = new Map<Reader, Iterator<LabeledDocument>>()
  await Promise.all(
    Array.from(positions, async ([reader, some]) => {
      found.set(reader, (await reader.documents(some, leave)).values())
    }),
  )
  return window.map(({ reader, id, name }) => {
    const { value: document } = found.get(reader)?.next() ?? {}
    // Without it whatever is made of the documents would be short of one, and look whole.
    if (document === undefined)
      throw new RangeError(`The reader of ${JSON.stringify(name)} did not bring it.`)
    return document.id === id ? document : { ...document, id }
  })
}
