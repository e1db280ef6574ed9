import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { RandomAccess } from '@labelport/format'
import { cannotRead, reading } from './errors.ts'

/** A disk file that is open for positioned reads. */
export interface OpenFile extends RandomAccess {
  /** Without a promise: at these sizes waiting for one costs more than the read. */
  read(offset: number, length: number): Uint8Array
  readInto(bytes: Uint8Array, offset: number): void
  close(): void
}

/** Opens a file for reading. Throws FormatError `node/cannot-read`. */
export function openFile(path: string): OpenFile {
  const file = reading(path, () => openSync(path, 'r'))
  const stats = fstatSync(file)
  if (!stats.isFile()) {
    closeSync(file)
    throw cannotRead(path, 'it is not a file')
  }
  const readInto = (bytes: Uint8Array, offset: number): void => {
    for (let at = 0; at < bytes.length; ) {
      const left = bytes.length - at
      const count = reading(path, () => readSync(file, bytes, at, left, offset + at))
      if (count === 0) throw cannotRead(path, `it ends at byte ${offset + at}`)
      at += count
    }
  }
  return {
    size: stats.size,
    readInto,
    read(offset, length) {
      const bytes = Buffer.allocUnsafeSlow(length)
      readInto(bytes, offset)
      return bytes
    },
    close: () => closeSync(file),
  }
}
