import type { LabeledDocument } from '@labelport/model'

/**
 * Documents whose cells and statements cannot be looked at any more once the next document is asked for: a writer that
 * looks at one later fails with a TypeError. Tokens and texts are values and stay.
 */
export async function* fleeting(
  documents: readonly LabeledDocument[],
): AsyncGenerator<LabeledDocument> {
  for (const document of documents) {
    const revokes: (() => void)[] = []
    const passing = <T extends object>(one: T): T => {
      const { proxy, revoke } = Proxy.revocable(one, {
        get(target, key, receiver) {
          const value: unknown = Reflect.get(target, key, receiver)
          // Made anew each time, for nothing here is compared by identity; what is frozen has to stay itself.
          return isObject(value) && !Object.isFrozen(target) ? passing(value) : value
        },
      })
      revokes.push(revoke)
      return proxy
    }
    yield {
      ...document,
      cells: document.cells.map(passing),
      annotations: document.annotations.map(passing),
      comments: document.comments.map(passing),
    }
    for (const revoke of revokes) revoke()
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
}
