/** One stream for several who read it. */
export interface Tee<T> {
  readonly branches: readonly AsyncIterable<T>[]
  /** Ends the branch of a reader that takes nothing more, so that the others need not wait for it. */
  end(branch: number): void
}

/**
 * Gives every branch all of a stream and holds one item at a time: the next is read when each branch has asked for it
 * or has ended. The branches have to be read at the same time. What the stream throws, every branch throws.
 */
export function tee<T>(source: AsyncIterable<T>, count: number): Tee<T> {
  const iterator = source[Symbol.asyncIterator]()
  const open = new Set(Array.from({ length: count }, (_, branch) => branch))
  const waiting = new Map<number, Waiting<T>>()
  let finished = false
  const advance = (): void => {
    if (finished || open.size === 0 || waiting.size < open.size) return
    const asked = [...waiting.values()]
    waiting.clear()
    iterator.next().then(
      (result) => {
        if (result.done === true) finished = true
        for (const { resolve } of asked) resolve(result)
      },
      (error: unknown) => {
        finished = true
        for (const { reject } of asked) reject(error)
      },
    )
  }
  const end = (branch: number): void => {
    if (!open.delete(branch)) return
    waiting.delete(branch)
    if (open.size > 0) advance()
    else if (!finished) {
      finished = true
      // Nobody is left to hear how closing went.
      iterator.return?.().catch(() => {})
    }
  }
  const branchOf = (branch: number): AsyncIterable<T> => ({
    [Symbol.asyncIterator]: () => ({
      next: () =>
        finished || !open.has(branch)
          ? Promise.resolve({ done: true, value: undefined })
          : new Promise((resolve, reject) => {
              waiting.set(branch, { resolve, reject })
              advance()
            }),
      return() {
        end(branch)
        return Promise.resolve({ done: true, value: undefined })
      },
    }),
  })
  return { branches: Array.from({ length: count }, (_, branch) => branchOf(branch)), end }
}

interface Waiting<T> {
  resolve(result: IteratorResult<T>): void
  reject(error: unknown): void
}
