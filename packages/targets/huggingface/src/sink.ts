import type { Part } from '@labelport/format'
import type { FileNames } from './file-names.ts'
import type { Field, Row } from './value-type.ts'

/** A data file that has its final name. */
export interface DataFile {
  readonly path: string
  readonly rows: number
  readonly bytes: number
}

/** Puts rows into numbered files of bounded size. */
export interface Sink {
  /** Adds a row. Other fields than those of the last row begin a new file. */
  add(row: Row, fields: readonly Field[]): void
  /** Ends the last file and gives all files their final names. Without any row one empty file is made. */
  close(fields: readonly Field[]): void
  /** The pieces that became ready since the last call. */
  take(): readonly Part[]
  /** Complete after `close`, in order. */
  files(): readonly DataFile[]
}

/** What a kind of data file has to know. */
export interface SinkOptions {
  readonly names: FileNames
  readonly shardRows: number
  /** A file ends with the row group or piece that reaches it. */
  readonly shardBytes: number
  readonly rowGroupRows: number
}

/** Keeps the pieces and counts of numbered files whose number is known at the end. */
export interface Shards {
  readonly path: string
  rows: number
  /** How many bytes the current file has so far. */
  readonly bytes: number
  put(chunk: string | Uint8Array, bytes: number): void
  next(): void
  take(): readonly Part[]
  rename(): void
  files(): readonly DataFile[]
}

const nothing: readonly Part[] = []

/** Begins with file 0. */
export function openShards(names: FileNames): Shards {
  let parts: Part[] = []
  const done: DataFile[] = []
  let number = 0
  let bytes = 0
  const shards: Shards = {
    get path() {
      return names.draft(number)
    },
    rows: 0,
    get bytes() {
      return bytes
    },
    put(chunk, size) {
      bytes += size
      parts.push({ path: names.draft(number), chunk })
    },
    next() {
      done.push({ path: names.draft(number), rows: shards.rows, bytes })
      shards.rows = 0
      bytes = 0
      number += 1
    },
    take() {
      if (parts.length === 0) return nothing
      const ready = parts
      parts = []
      return ready
    },
    rename() {
      for (const [index, file] of done.entries()) {
        const renamedTo = names.final(index, done.length)
        if (renamedTo === file.path) continue
        parts.push({ path: file.path, renamedTo })
        done[index] = { ...file, path: renamedTo }
      }
    },
    files: () => done,
  }
  return shards
}
