import { bytesOfKey, isKey } from './element-keys.ts'
import { valueEnd } from './value-end.ts'

/** Watches where the values of some keys of an object begin, while the end of the object is looked for. */
export interface KeyWatch {
  /** In the order of the keys; -1 where there is none. Of equal keys the last counts. */
  readonly valueAt: readonly number[]
  /** Whether a key is written with an escape, under which one of these may hide. */
  readonly hasEscapedKey: boolean
  /** Like `valueEnd`; forgets the object before. */
  end(bytes: Uint8Array, from: number, to: number): number
}

/** Watches keys of ASCII letters. */
export function watchKeys(keys: readonly string[]): KeyWatch {
  const wanted = keys.map(bytesOfKey)
  const valueAt = keys.map(() => -1)
  let hasEscapedKey = false
  let watched: Uint8Array = new Uint8Array(0)
  const keySeen = (from: number, to: number, at: number, isEscaped: boolean): void => {
    if (isEscaped) hasEscapedKey = true
    for (let index = 0; index < wanted.length; index += 1) {
      const key = wanted[index]
      if (key !== undefined && isKey(watched, from, to, key)) valueAt[index] = at
    }
  }
  return {
    valueAt,
    get hasEscapedKey() {
      return hasEscapedKey
    },
    end(bytes, from, to) {
      watched = bytes
      valueAt.fill(-1)
      hasEscapedKey = false
      return valueEnd(bytes, from, to, keySeen)
    },
  }
}
