import { createHash, randomUUID } from 'node:crypto'
import { lstatSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isRunning } from './is-running.ts'

/** What a temporary path is for: something that is being written, or something that stepped aside for it. */
export type TemporaryKind = 'partial' | 'replaced'

/** A path nobody uses, in the same folder, so that renaming it to the target is one step. */
export function temporaryPath(target: string, kind: TemporaryKind = 'partial'): string {
  const name = `.${basename(target)}.${process.pid}-${machine}-${run}.${randomUUID()}.${kind}`
  return join(dirname(target), name)
}

/** A temporary path of a target, as its name tells. */
export interface TemporaryName {
  readonly kind: TemporaryKind
  /** `gone`: whoever made it has ended. `unknown`: it was made on another machine, or in another container. */
  readonly maker: 'running' | 'gone' | 'unknown'
}

/** Reads the name of a temporary path of a target; undefined when it is none. */
export function temporaryNameOf(name: string, target: string): TemporaryName | undefined {
  const start = `.${basename(target)}.`
  if (!name.startsWith(start)) return undefined
  const [, pid, where, which, kind] =
    /^(\d+)-([\da-f]{8})-([\da-f]{8})\.[\da-f-]{36}\.(partial|replaced)$/.exec(
      name.slice(start.length),
    ) ?? []
  if (kind !== 'partial' && kind !== 'replaced') return undefined
  if (where !== machine) return { kind, maker: 'unknown' }
  const own = Number(pid) === process.pid
  return { kind, maker: (own ? which === run : isRunning(Number(pid))) ? 'running' : 'gone' }
}

/** Whether anything lies at a path, a broken link included. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

/** Where the number of a process means something: this machine, and on Linux this space of numbers on it. */
function place(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

const machine = createHash('sha256').update(place()).digest('hex').slice(0, 8)

/** Tells this process from an earlier one of the same number. */
const run = randomUUID().slice(0, 8)
