/** A stream and its first item, which stays in it. */
export interface Peeked<T> {
  /** Undefined when the stream is empty. */
  readonly first: T | undefined
  readonly all: AsyncIterable<T>
  /** Lets go of a stream that nobody goes on to read. */
  close(): Promise<void>
}

/** Waits for the first item of a stream. */
export async function peek<T>(items: AsyncIterable<T>): Promise<Peeked<T>> {
  const iterator = items[Symbol.asyncIterator]()
  const head = await iterator.next()
  return {
    first: head.done === true ? undefined : head.value,
    all: allFrom(head, iterator),
    async close() {
      await iterator.return?.()
    },
  }
}

async function* allFrom<T>(head: IteratorResult<T>, iterator: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    for (let next = head; next.done !== true; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
