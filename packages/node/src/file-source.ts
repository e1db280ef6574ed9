import { readFileSync, statSync } from 'node:fs'
import { baseName, type Source } from '@labelport/format'
import { reading } from './errors.ts'
import { openFile } from './open-file.ts'

const pieceSize = 256 * 1024

/**
 * A file of the disk as a source; `name` is its path in diagnostics, by default its own name.
 * Throws FormatError `node/cannot-read`, here when there is no such file, later when reading fails.
 */
export function fileSource(path: string, name = baseName(path.replaceAll('\\', '/'))): Source {
  return {
    path: name,
    size: reading(path, () => statSync(path)).size,
    bytes: () => reading(path, () => readFileSync(path)),
    open: () => stream(path, 0),
    openAt: (offset) => stream(path, offset),
  }
}

/** Opened at the first read and closed after the last, so that waiting sources hold nothing. */
function stream(path: string, offset: number): ReadableStream<Uint8Array> {
  let file: ReturnType<typeof openFile> | undefined
  let at = offset
  const close = (): void => {
    file?.close()
    file = undefined
  }
  return new ReadableStream(
    {
      pull(controller) {
        try {
          file ??= openFile(path)
          const length = Math.min(pieceSize, Math.max(0, file.size - at))
          if (length > 0) controller.enqueue(file.read(at, length))
          at += length
          if (at < file.size) return
          controller.close()
          close()
        } catch (error) {
          close()
          throw error
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  )
}
