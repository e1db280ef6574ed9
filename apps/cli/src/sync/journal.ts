import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isObject } from '@labelport/format'
import { holder, mayRun } from '../lock.ts'

/** Something that a run did, for those who share its folder and for those who come later. */
export interface Entry {
  /** Of the project and format. */
  readonly key: string
  /** Milliseconds since 1970, by the clock of the machine that wrote it. */
  readonly at: number
  readonly type: 'begun' | 'brought'
  readonly what: unknown
}

/**
 * What one process did, line by line. Each process has a file of its own, so that none waits for another, whatever
 * the disk they share can do.
 */
export interface Journal {
  readonly path: string
  append(entry: Omit<Entry, 'at'>): void
  /** Says that nothing more comes. */
  end(): void
  remove(): void
}

/** What was found in a folder. */
export interface FoundJournal {
  readonly path: string
  /** Whether its process may still write. */
  readonly alive: boolean
  readonly entries: readonly Entry[]
}

const name = /^labelport-sync\.[\da-f-]{36}\.jsonl$/

/** Begins the journal of this process. */
export function beginJournal(folder: string): Journal {
  const path = join(folder, `labelport-sync.${crypto.randomUUID()}.jsonl`)
  appendFileSync(path, `${JSON.stringify(holder())}\n`, { mode: 0o600 })
  const write = (line: object): void => appendFileSync(path, `${JSON.stringify(line)}\n`)
  return {
    path,
    append: (entry) => write({ ...entry, at: Date.now() }),
    end: () => write({ ended: true }),
    remove: () => rmSync(path, { force: true }),
  }
}

/** All journals of a folder; a line that is not whole is one whose writer died. */
export function readJournals(folder: string): readonly FoundJournal[] {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .flatMap((file) => {
      const path = join(folder, file)
      const lines = linesOf(path)
      if (lines === undefined) return []
      const [head, ...rest] = lines.map(parsed)
      const ended = rest.some((line) => isObject(line) && line.ended === true)
      const alive = isObject(head) && mayRun(head) && !ended
      return [{ path, alive, entries: rest.filter(isEntry) }]
    })
}

/** Undefined when another process has removed it meanwhile. */
function linesOf(path: string): readonly string[] | undefined {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is Entry {
  return (
    isObject(value) &&
    typeof value.key === 'string' &&
    typeof value.at === 'number' &&
    (value.type === 'begun' || value.type === 'brought')
  )
}
