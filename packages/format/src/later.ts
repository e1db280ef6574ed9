/**
 * A function that is loaded when it is called first. Formats keep their two halves behind it, so that to recognise a
 * file by all of them costs nothing of what reads and writes.
 */
export function later<Given extends readonly unknown[], Item>(
  load: () => Promise<(...given: Given) => AsyncIterable<Item>>,
): (...given: Given) => AsyncIterable<Item> {
  let loaded: ((...given: Given) => AsyncIterable<Item>) | undefined
  async function* first(given: Given): AsyncGenerator<Item> {
    loaded = await load()
    yield* loaded(...given)
  }
  // Called for every one of a million small files, so nothing may stand between once it is there.
  return (...given) => (loaded === undefined ? first(given) : loaded(...given))
}
