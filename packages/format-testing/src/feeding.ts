import { memorySource, type Source } from '@labelport/format'
import type { Fixture, KitOptions } from './subject.ts'

/** A source that can only be streamed and hands its bytes out in chunks of one size. */
export function chunkedSource(
  path: string,
  bytes: Uint8Array,
  size: number,
  onPull: (handedOut: number) => void = () => {},
): Source {
  return {
    path,
    open() {
      let at = 0
      return new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (at >= bytes.length) return controller.close()
            // A copy, so that a reader cannot look beyond its chunk through the buffer.
            controller.enqueue(bytes.slice(at, at + size))
            at = Math.min(at + size, bytes.length)
            onPull(at)
          },
        },
        { highWaterMark: 0 },
      )
    },
  }
}

/**
 * A source whose bytes lie between others in one buffer and are cut as Node's `Buffer` is: its `slice` copies
 * nothing, so what stands behind `buffer` belongs to others as well.
 */
export function pooledSource(path: string, bytes: Uint8Array): Source {
  // The file comes once more behind itself, reversed: who takes the whole buffer reads something else.
  const pool = new Pooled(3 * bytes.length)
  pool.set([...bytes].reverse())
  pool.set(bytes, bytes.length)
  pool.set([...bytes].reverse(), 2 * bytes.length)
  return memorySource(path, pool.subarray(bytes.length, 2 * bytes.length))
}

class Pooled extends Uint8Array {
  override slice(start?: number, end?: number) {
    return this.subarray(start, end)
  }
}

/** Finds files by a path relative to another one. */
export function siblingsOf(
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
): (relative: string) => Source | undefined {
  return (relative) => {
    const steps = path.split('/').slice(0, -1)
    for (const step of relative.split('/')) {
      if (step === '..') steps.pop()
      else if (step !== '.' && step !== '') steps.push(step)
    }
    const target = steps.join('/')
    const bytes = files.get(target)
    return bytes === undefined ? undefined : memorySource(target, bytes)
  }
}

/** The fixtures' bytes by path. */
export function filesOf(fixtures: readonly Fixture[]): ReadonlyMap<string, Uint8Array> {
  return new Map(fixtures.map(({ path, bytes }) => [path, bytes]))
}

/** The companions' bytes by path. */
export function companionsOf({ companions = {} }: KitOptions): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder()
  return new Map(
    Object.entries(companions).map(([key, content]) => [
      key.replace(/^.*?companions\//, ''),
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  )
}
